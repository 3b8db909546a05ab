using Microsoft.AspNetCore.Builder;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>How an endpoint says whose data it is about. Every endpoint of a service says one of these.</summary>
public static class AuditedEndpoints
{
    /// <summary>It shows or changes nothing about any person: no audit.</summary>
    public static TBuilder WithoutPersonalData<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ConcernsNobody());

    /// <summary>It is about the caller, unless the act names somebody else.</summary>
    public static TBuilder AboutCaller<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ConcernsCaller());

    /// <summary>The act names whose data it is with <see cref="AuditTrail.About(Guid)"/>.</summary>
    /// <param name="routeValue">Where the address names the person: its parameter, which also counts when the act never runs.</param>
    public static TBuilder AboutNamed<TBuilder>(this TBuilder endpoint, string? routeValue = null) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ConcernsNamed(routeValue));
}

/// <summary>What an endpoint said about whose data it touches; tests require one of them.</summary>
public abstract record AuditDeclaration
{
    /// <summary>Whether every request to it leaves a row.</summary>
    public bool IsAudited => this is not ConcernsNobody;
}

internal sealed record ConcernsNobody : AuditDeclaration;

internal sealed record ConcernsCaller : AuditDeclaration;

internal sealed record ConcernsNamed(string? RouteValue) : AuditDeclaration;
