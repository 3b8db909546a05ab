using Journease.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Passkeys;

internal static class PasskeyEndpoints
{
    /// <summary>Passkeys are bound to the host of the public address, and answer only pages that came from exactly there.</summary>
    public static void AddPasskeys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<IdentityPasskeyOptions>().Configure<PublicAddress>((passkeys, address) =>
        {
            var origin = address.Issuer.GetLeftPart(UriPartial.Authority);
            passkeys.ServerDomain = address.Issuer.Host;
            passkeys.ValidateOrigin = asked => ValueTask.FromResult(asked.Origin == origin && !asked.CrossOrigin);
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.AttestationConveyancePreference = "none";
        });
        builder.Services.AddScoped<IPasskeyHandler<Credential>, PasskeyHandler<Credential>>();
        builder.Services.AddScoped<PasskeyChallenges>();
        builder.Services.AddScoped<PasskeyNames>();
    }

    public static void MapPasskeys(this IEndpointRouteBuilder app) => app.MapSignInWithPasskey();

    public static void MapOwnPasskeys(this IEndpointRouteBuilder account)
    {
        account.MapAddPasskey();
        account.MapRenamePasskey();
        account.MapRemovePasskey();
    }
}
