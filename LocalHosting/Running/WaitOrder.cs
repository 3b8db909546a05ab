using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Journease.LocalHosting.Running;

/// <summary>Who waits for whom: the order of starting, and backwards that of stopping.</summary>
internal sealed class WaitOrder(IReadOnlyCollection<IResource> resources)
{
    /// <summary>Resources that wait for each other would never start.</summary>
    public void Check()
    {
        foreach (var resource in resources)
        {
            Follow(resource, []);
        }
    }

    /// <summary>Stops everyone, but nobody before those who wait for it at the start.</summary>
    public Task StopAsync(Instances instances)
    {
        var stops = new Dictionary<IResource, Task>();
        return Task.WhenAll(resources.Select(Stop).ToArray());

        Task Stop(IResource resource) => stops.TryGetValue(resource, out var known) ? known : stops[resource] = StopOneAsync(resource);

        async Task StopOneAsync(IResource resource)
        {
            await Task.WhenAll(DependentsOf(resource).Select(Stop).ToArray());
            await Task.WhenAll(instances.Of(resource).Select(one => one.StopAsync()));
        }
    }

    private IEnumerable<IResource> DependentsOf(IResource resource) =>
        resources.Where(other => other != resource && other.Waits().Any(wait => wait.Resource == resource));

    private static void Follow(IResource resource, List<IResource> path)
    {
        if (path.Contains(resource))
        {
            throw new DistributedApplicationException(
                $"These wait for each other and would never start: {string.Join(", ", path.Select(one => one.Name))}.");
        }
        path.Add(resource);
        foreach (var wait in resource.Waits())
        {
            Follow(wait.Resource, path);
        }
        path.Remove(resource);
    }
}
