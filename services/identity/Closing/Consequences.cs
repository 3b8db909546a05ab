namespace Journease.Identity.Closing;

/// <summary>What closing an account does, as the person reads it before they decide.</summary>
internal static class Consequences
{
    public static readonly IReadOnlyList<Kept> Destroyed =
    [
        new("Your name, e-mail address and ways to sign in", "Nobody can sign in as you any more, on any device."),
        new("What you told us about yourself outside of treatment", "How to reach you, your preferences, what you have read and saved."),
        new("Your place in circles", "Your pseudonym is no longer yours. What you wrote to the others stays with them under that pseudonym, unless you take it back before."),
        new("Messages and drafts that are not part of your treatment record", "They can be read by nobody, and in no backup."),
    ];

    public static readonly IReadOnlyList<Kept> KeptByLaw =
    [
        new("Your treatment record", "What you answered before and during treatment, what was decided about it, your visits and what was given. The law asks a practice to keep it for years after the last visit; how long depends on the state. Then its key is destroyed as well."),
        new("What you signed", "Consents belong to the treatment record."),
        new("Who has looked at your record", "This list has to be kept for six years, so that misuse can still be found out."),
    ];

    /// <summary>Something, and why, or what that means.</summary>
    public sealed record Kept(string What, string Why);
}
