using Journease.Identity.Passkeys;
using Journease.Identity.RecoveryCodes;
using Journease.Identity.SecondFactor;
using Journease.Identity.Sessions;
using Journease.ServiceDefaults.Auditing;

namespace Journease.Identity.OwnAccount;

internal static class OwnAccountEndpoints
{
    public static void AddOwnAccount(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<OwnAccountVisit>();
        builder.Services.AddScoped<AccountAnswer>();
        builder.Services.AddScoped<Notices.CredentialNotices>();
    }

    /// <summary>The pages of the person who is signed in. The gate, not a token, decides who that is.</summary>
    public static void MapOwnAccount(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup(Addresses.Account).AllowAnonymous().AboutNamed().AddEndpointFilter<OwnAccountGate>();
        account.MapGet("", (HttpContext http, AccountAnswer page, CancellationToken ct) => page.ShowAsync(http, ct))
            .WithName("ShowAccount").WithSummary("The page with everything about how a person signs in");
        account.MapOwnPasskeys();
        account.MapOwnApp();
        account.MapOwnRecoveryCodes();
        account.MapUseRecoveryCode();
        account.MapOwnSessions();
    }
}
