namespace Journease.ServiceDefaults.Verbs;

/// <summary>Something the <c>migrate</c> verb does before the service runs. Must be repeatable.</summary>
public interface IMigrationStep
{
    Task RunAsync(CancellationToken ct);
}
