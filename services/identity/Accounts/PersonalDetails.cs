namespace Journease.Identity.Accounts;

/// <summary>What an account says about a person, opened.</summary>
internal sealed record PersonalDetails(string Email, string Name);
