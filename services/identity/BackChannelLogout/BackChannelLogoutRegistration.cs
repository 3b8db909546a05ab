using static OpenIddict.Server.OpenIddictServerEvents;

namespace Journease.Identity.BackChannelLogout;

internal static class BackChannelLogoutRegistration
{
    /// <summary>Clients are told when a session ends (OpenID Connect Back-Channel Logout 1.0).</summary>
    public static void AddBackChannelLogout(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LogoutOptions>().BindConfiguration("BackChannelLogout").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<EndedSessions>();
        builder.Services.AddScoped<LogoutQueue>();
        builder.Services.AddSingleton<LogoutTokens>();
        builder.Services.AddHostedService<LogoutSender>();
        builder.Services.AddHttpClient(LogoutSender.HttpClientName, client => client.Timeout = LogoutSender.AnswersWithin)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
    }

    /// <summary>Says so in the discovery document.</summary>
    public static void AnnounceBackChannelLogout(this OpenIddictServerBuilder server) =>
        server.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            context.Metadata["backchannel_logout_supported"] = true;
            context.Metadata["backchannel_logout_session_supported"] = true;
            return ValueTask.CompletedTask;
        }));
}
