using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Journease.ServiceDefaults.Authentication;

public static class ServiceAuthentication
{
    /// <summary>
    /// Accepts only access tokens of the platform's own issuer that name this audience. Every endpoint needs a signed-in
    /// caller unless it says otherwise.
    /// </summary>
    /// <param name="builder">The host of the service or gateway.</param>
    /// <param name="audiences">The audiences accepted; a service has one, its own scope.</param>
    public static IHostApplicationBuilder AddServiceAuthentication(this IHostApplicationBuilder builder, params string[] audiences)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentCaller>();
        builder.Services.AddHttpClient(InternalIssuerDocuments.HttpClientName);
        builder.Services.AddSingleton(provider => builder.Configuration.GetSection("Authentication").Get<AuthenticationSettings>() is { Issuer: not null } settings
            ? settings
            : throw new WrongConfigurationException("Authentication__Issuer is not set: give the public address of the gateway followed by /identity."));
        builder.Services.AddSingleton<InternalIssuerDocuments>();
        builder.Services.AddSingleton<AccessList>();
        builder.Services.AddSingleton<SecurityLog>();

        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<AuthenticationSettings, InternalIssuerDocuments, AccessList, SecurityLog>((jwt, settings, documents, list, log) =>
            {
                Configure(jwt, settings, documents, audiences);
                jwt.Events = new() { OnTokenValidated = list.CheckAsync, OnChallenge = log.NoteAsync };
            });

        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsSignedInOrAsksForNothing).Build());
        return builder;
    }

    // Where no endpoint of ours was found, routing answers 404, 405 or 415 by itself: signing in would not help.
    private static bool IsSignedInOrAsksForNothing(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true }
        || (context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint);

    private static void Configure(JwtBearerOptions jwt, AuthenticationSettings settings, InternalIssuerDocuments documents, string[] audiences)
    {
        var issuer = settings.Issuer.ToString().TrimEnd('/');
        jwt.MapInboundClaims = false;
        jwt.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            issuer + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), documents);
        jwt.TokenValidationParameters.ValidIssuers = [issuer, issuer + "/"];
        jwt.TokenValidationParameters.ValidAudiences = audiences;
        jwt.TokenValidationParameters.ValidTypes = ["at+jwt"];
        jwt.TokenValidationParameters.ValidAlgorithms = ["RS256", "ES256"];
        jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        jwt.TokenValidationParameters.NameClaimType = "sub";
        jwt.TokenValidationParameters.RoleClaimType = "role";
    }
}
