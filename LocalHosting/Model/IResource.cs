namespace Aspire.Hosting.ApplicationModel;

/// <summary>One part of the system, as AppHost.cs describes it.</summary>
public interface IResource
{
    string Name { get; }

    ResourceAnnotationCollection Annotations { get; }
}
