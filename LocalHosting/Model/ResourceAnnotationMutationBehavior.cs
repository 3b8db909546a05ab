namespace Aspire.Hosting.ApplicationModel;

/// <summary>Whether a new annotation joins those of its kind or takes their place.</summary>
public enum ResourceAnnotationMutationBehavior
{
    Append,
    Replace,
}
