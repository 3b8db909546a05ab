using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Testing;

public static class DistributedApplicationHostingTestingExtensions
{
    public static HttpClient CreateHttpClient(this DistributedApplication app, string resourceName, string? endpointName = null) =>
        new() { BaseAddress = app.GetEndpoint(resourceName, endpointName) };

    public static async ValueTask<string?> GetConnectionStringAsync(
        this DistributedApplication app, string resourceName, CancellationToken cancellationToken = default) =>
        Find(app, resourceName) is IResourceWithConnectionString resource
            ? await resource.GetConnectionStringAsync(cancellationToken)
            : throw new ArgumentException($"The resource '{resourceName}' has no connection string.", nameof(resourceName));

    /// <summary>The address of the endpoint; without a name https, then http.</summary>
    public static Uri GetEndpoint(this DistributedApplication app, string resourceName, string? endpointName = null)
    {
        var endpoints = Find(app, resourceName).Endpoints();
        var endpoint = (endpointName is null ? ["https", "http"] : new[] { endpointName })
            .Select(name => endpoints.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(one => one is not null)
            ?? throw new ArgumentException($"The resource '{resourceName}' has no endpoint '{endpointName ?? "http"}'.", nameof(endpointName));
        return endpoint.Allocated is { } allocated
            ? new Uri(allocated.Url)
            : throw new InvalidOperationException("The application must be started first.");
    }

    private static IResource Find(DistributedApplication app, string name)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.Services.GetRequiredService<DistributedApplicationModel>().Resources.TryGetByName(name, out var resource)
            ? resource
            : throw new ArgumentException($"There is no resource '{name}'.", nameof(name));
    }
}
