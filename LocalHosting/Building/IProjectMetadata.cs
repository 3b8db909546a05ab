using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A project that the AppHost starts; the build makes one class of it per project.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    string ProjectPath { get; }

    /// <summary>Already built together with the AppHost.</summary>
    bool SuppressBuild => false;
}
