using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Journease.Testing.Services;

/// <summary>What every endpoint of every service must say about itself, read from the running service.</summary>
public static class EndpointRules
{
    private static readonly string[] Reading = ["GET", "HEAD", "OPTIONS"];

    /// <param name="services">The services of a running host.</param>
    /// <param name="prefix">The prefix of its API, such as <c>/intake/v1</c>.</param>
    public static void Hold(IServiceProvider services, string prefix)
    {
        var endpoints = services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(prefix, StringComparison.Ordinal)
                && !endpoint.RoutePattern.RawText.EndsWith("openapi.json", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var place = endpoint.DisplayName;
            Assert.True(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>() is not null, $"{place} has no name");
            Assert.True(endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is not null, $"{place} has no summary");
            Assert.True(
                endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null
                    || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
                $"{place} does not say who may use it");
            Assert.True(endpoint.Metadata.GetMetadata<AuditDeclaration>() is not null, $"{place} does not say whose data it is about");
            Assert.True(
                endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.All(Reading.Contains)
                    || endpoint.Metadata.GetMetadata<WriteMetadata>() is not null || endpoint.Metadata.GetMetadata<ReadMetadata>() is not null,
                $"{place} writes outside the unit of work");
        }
        Assert.Equal(endpoints.Count, endpoints.Select(endpoint => endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName).Distinct().Count());
    }
}
