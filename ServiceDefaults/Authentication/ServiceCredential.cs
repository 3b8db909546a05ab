using Journease.ServiceDefaults.Gateway;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journease.ServiceDefaults.Authentication;

/// <summary>How a service calls others for nobody who is waiting: with tokens of its own, by client credentials.</summary>
public static class ServiceCredential
{
    /// <summary>Lets this service obtain tokens under its own name; the secret is <c>ServiceCredential:Secret</c>.</summary>
    /// <param name="builder">The host of the service.</param>
    /// <param name="service">Its name, as identity knows it.</param>
    public static IHostApplicationBuilder AddServiceCredential(this IHostApplicationBuilder builder, string service)
    {
        var secret = builder.Configuration["ServiceCredential:Secret"];
        if (secret is null && !EF.IsDesignTime)
        {
            throw new WrongConfigurationException("ServiceCredential__Secret is not set: give the secret that identity knows this service by.");
        }
        builder.Services.AddSingleton(new ServiceSecret(Callers.ServicePrefix + service, secret ?? ""));
        builder.Services.AddSingleton<ServiceTokens>();
        builder.Services.AddHttpClient(ServiceTokens.HttpClientName);
        return builder;
    }

    /// <summary>Every request of this client carries a token of this service for another one.</summary>
    /// <param name="client">The client.</param>
    /// <param name="audience">The other service's audience, which is also the scope.</param>
    public static IHttpClientBuilder WithServiceToken(this IHttpClientBuilder client, string audience) =>
        client.AddHttpMessageHandler(provider => new ServiceTokenHandler(
            provider.GetRequiredService<ServiceTokens>(), provider.GetRequiredService<GatewaySecret>(), audience));
}

/// <summary>The name and the secret by which identity knows a service.</summary>
internal sealed record ServiceSecret(string ClientId, string Secret);
