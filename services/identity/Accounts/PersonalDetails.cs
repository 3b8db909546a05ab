namespace Journease.Identity.Accounts;

/// <summary>What an account says about a person, opened.</summary>
internal sealed record PersonalDetails(string Email, string Name)
{
    public const int LongestName = 100;

    /// <summary>Whether somebody can be called so here.</summary>
    public static bool IsName(string text) => text.Length is > 0 and <= LongestName && !text.Any(char.IsControl);
}
