using Journease.ServiceDefaults.Auditing;

namespace Journease.Identity.Closing;

internal static class ClosingEndpoints
{
    public static void AddClosing(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ClosingOptions>().BindConfiguration("Closing").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<AccountClosing>();
        builder.Services.AddSingleton<ClosingLetters>();
        builder.Services.AddHostedService<CloseDueAccounts>();
    }

    /// <summary>A person's own account; whose it is, the token says.</summary>
    public static void MapClosing(this RouteGroupBuilder api)
    {
        var closing = api.MapGroup("/account/closing").WithTags("Closing an account").AboutCaller();
        closing.MapReadClosing();
        closing.MapAskToCloseAccount();
        closing.MapKeepAccount();
    }
}
