using Journease.ServiceDefaults.Gateway;
using Microsoft.Extensions.Http.Resilience;

namespace Journease.Portal.Gateway;

internal static class GatewaySetUp
{
    /// <summary>The gateway is the only thing the portal talks to, and it is found by service discovery.</summary>
    public static void AddGateway(this IHostApplicationBuilder builder)
    {
        var address = new Uri("http://gateway");
        builder.Services.AddTransient<AccessTokenHandler>();
        builder.Services.AddSingleton<GatewaySecret>();
        builder.Services.AddTransient<VisitorAddress>();
        builder.Services.AddHttpClient<GatewayClient>(client => client.BaseAddress = address).AddHttpMessageHandler<VisitorAddress>();
        // First of all handlers: waiting for a fresh token is no slow answer of the gateway's, and is not repeated.
        builder.Services.AddHttpClient<PersonalGatewayClient>(client => client.BaseAddress = address).AddHttpMessageHandler<VisitorAddress>().ConfigureAdditionalHttpMessageHandlers(
            (handlers, services) => handlers.Insert(0, services.GetRequiredService<AccessTokenHandler>()));
        builder.Services.ConfigureAll<HttpStandardResilienceOptions>(options =>
        {
            // A person is waiting for the page: it soon says what is missing instead of trying for half a minute.
            options.Retry.MaxRetryAttempts = 2;
            options.Retry.Delay = TimeSpan.FromMilliseconds(100);
            options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(3);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(7);
            // All services are behind one address: one of them away must not close the door to the others.
            options.CircuitBreaker.FailureRatio = 0.95;
            options.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(2);
        });
    }
}
