using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Journease.Identity.Sessions;

/// <summary>When a person last showed who they are. The cookie's own time of issue is renewed every time it is checked.</summary>
internal static class SignInTime
{
    private const string Item = "signed-in-at";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public static AuthenticationProperties Stamp(DateTimeOffset now) =>
        new() { Items = { [Item] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) } };

    /// <summary>Recent enough for what whoever finds a device that is signed in must not do.</summary>
    public static bool IsFresh(AuthenticateResult session, TimeProvider clock) => clock.GetUtcNow() - Of(session) <= Fresh;

    public static DateTimeOffset? Of(AuthenticateResult session) =>
        session.Properties?.Items.TryGetValue(Item, out var text) == true && long.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
