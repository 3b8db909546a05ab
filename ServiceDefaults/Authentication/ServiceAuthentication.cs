using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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

        builder.Logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Warning); // quotes what it read in bad tokens
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<AuthenticationSettings, InternalIssuerDocuments, AccessList, SecurityLog>((jwt, settings, documents, list, log) =>
            {
                Configure(jwt, settings, documents, audiences);
                jwt.Events = new()
                {
                    OnTokenValidated = list.CheckAsync,
                    OnAuthenticationFailed = KeysAway.NoteAsync,
                    OnChallenge = challenge => KeysAway.Answers(challenge) ? Task.CompletedTask : RefuseAsync(challenge, log),
                };
            });

        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsSignedInOrAsksForNothing).Build());
        return builder;
    }

    // Where no endpoint of ours was found, routing answers 404, 405 or 415 by itself: signing in would not help.
    private static bool IsSignedInOrAsksForNothing(AuthorizationHandlerContext context) =>
        context.User.Identity is { IsAuthenticated: true }
        || (context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint);

    // That the token is not valid is enough; which audience or time was expected is nobody's business.
    private static Task RefuseAsync(JwtBearerChallengeContext challenge, SecurityLog log)
    {
        challenge.ErrorDescription = null;
        return log.NoteAsync(challenge);
    }

    private static void Configure(JwtBearerOptions jwt, AuthenticationSettings settings, InternalIssuerDocuments documents, string[] audiences)
    {
        var issuer = settings.Issuer.ToString().TrimEnd('/');
        jwt.MapInboundClaims = false;
        jwt.ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
            issuer + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), documents)
        {
            // A new key is published a day before it signs, so the hour is enough; a token with a key that nobody knows yet
            // makes the keys be read at once, but not more often than this.
            AutomaticRefreshInterval = TimeSpan.FromHours(1),
            RefreshInterval = TimeSpan.FromSeconds(30),
        };
        jwt.TokenValidationParameters.ValidIssuers = [issuer, issuer + "/"];
        jwt.TokenValidationParameters.ValidAudiences = audiences;
        jwt.TokenValidationParameters.ValidTypes = ["at+jwt"];
        jwt.TokenValidationParameters.ValidAlgorithms = ["RS256", "ES256"];
        jwt.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        jwt.TokenValidationParameters.NameClaimType = "sub";
        jwt.TokenValidationParameters.RoleClaimType = "role";
    }
}
