namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something worth knowing about a resource, such as its process id.</summary>
public sealed record ResourcePropertySnapshot(string Name, object? Value)
{
    public bool IsSensitive { get; init; }
}
