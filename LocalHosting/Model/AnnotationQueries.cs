namespace Aspire.Hosting.ApplicationModel;

internal static class AnnotationQueries
{
    public static T? Last<T>(this IResource resource)
        where T : class, IResourceAnnotation =>
        resource.Annotations.OfType<T>().LastOrDefault();

    public static IReadOnlyList<EndpointAnnotation> Endpoints(this IResource resource) =>
        [.. resource.Annotations.OfType<EndpointAnnotation>()];

    public static IReadOnlyList<WaitAnnotation> Waits(this IResource resource) =>
        [.. resource.Annotations.OfType<WaitAnnotation>()];

    public static IReadOnlyList<string> HealthChecks(this IResource resource) =>
        [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => check.Key).Distinct()];

    public static int Replicas(this IResource resource) => resource.Last<ReplicaAnnotation>()?.Replicas ?? 1;

    /// <summary>The resource and those it lives in, innermost first.</summary>
    public static IEnumerable<IResource> WithParents(this IResource resource)
    {
        for (var current = resource; current is not null; current = (current as IResourceWithParent)?.Parent)
        {
            yield return current;
        }
    }
}
