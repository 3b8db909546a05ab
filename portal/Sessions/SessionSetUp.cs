namespace Journease.Portal.Sessions;

internal static class SessionSetUp
{
    /// <summary>Sessions in the portal's database, with their tokens.</summary>
    public static void AddSessions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<SessionSeal>();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<TokenEndpoint>();
        builder.Services.AddScoped<AccessTokens>();
        builder.Services.AddScoped<EndedSessions>();
        builder.Services.AddSingleton<ExpiredSessions>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ExpiredSessions>());
    }
}
