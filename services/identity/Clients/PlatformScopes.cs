namespace Journease.Identity.Clients;

/// <summary>The scopes that clients may ask for beside those of OpenID Connect: one per service, which is also its audience.</summary>
internal static class PlatformScopes
{
    public const string Identity = "identity";

    public static readonly IReadOnlyList<string> Services =
        [Identity, "intake", "scheduling", "content", "groups", "notifications"];
}
