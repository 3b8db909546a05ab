namespace Journease.ServiceDefaults.Data;

/// <summary>
/// Something whose version rises with every change, parts included. The version is the concurrency token, the ETag and
/// the version that events carry.
/// </summary>
public interface IVersioned
{
    long Version { get; }
}
