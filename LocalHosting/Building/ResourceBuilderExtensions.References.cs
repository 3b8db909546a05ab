using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Running;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Gives the process the connection string, whole and in parts.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConnectionString> source,
        string? connectionName = null,
        bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        var resource = source.Resource;
        var name = connectionName ?? resource.Name;
        var prefix = VariableName.Of(name);
        return builder.WithEnvironment(async context =>
        {
            if (string.IsNullOrEmpty(await resource.GetConnectionStringAsync(context.CancellationToken)))
            {
                if (optional)
                {
                    return;
                }
                throw new DistributedApplicationException($"The connection string of '{resource.Name}' is empty.");
            }
            context.EnvironmentVariables[resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{name}"] =
                resource.ConnectionStringExpression;
            foreach (var (property, value) in resource.GetConnectionProperties())
            {
                context.EnvironmentVariables[$"{prefix}_{VariableName.Of(property)}"] = value;
            }
        });
    }

    /// <summary>Lets the process find the other one by its name.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.WithReference(source, source.Resource.Name);
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source, string name)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        return builder.WithEnvironment(context => AddAddresses(
            context, name, source.Resource.Endpoints().Where(endpoint => !endpoint.ExcludeReferenceEndpoint)
                .Select(endpoint => new EndpointReference(source.Resource, endpoint))));
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        return builder.WithEnvironment(context => AddAddresses(context, endpointReference.Resource.Name, [endpointReference]));
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(uri);
        return builder.WithEnvironment(context =>
        {
            context.EnvironmentVariables[$"services__{name}__default__0"] = uri.ToString();
            context.EnvironmentVariables[VariableName.Of(name)] = uri.ToString();
        });
    }

    private static void AddAddresses(EnvironmentCallbackContext context, string name, IEnumerable<EndpointReference> endpoints)
    {
        foreach (var endpoint in endpoints)
        {
            var key = endpoint.EndpointName is "http" or "https" ? endpoint.Scheme : endpoint.EndpointName;
            var index = 0;
            while (!context.EnvironmentVariables.TryAdd(
                string.Create(CultureInfo.InvariantCulture, $"services__{name}__{key}__{index}"), endpoint))
            {
                index++;
            }
            context.EnvironmentVariables[$"{VariableName.Of(name)}_{VariableName.Of(endpoint.EndpointName)}"] = endpoint;
        }
    }
}
