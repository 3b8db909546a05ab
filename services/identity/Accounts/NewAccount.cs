namespace Journease.Identity.Accounts;

/// <summary>Somebody who gets an account: an adult whose address is confirmed, or for whom somebody answers.</summary>
internal sealed record NewAccount(Guid Id, PersonalDetails Details, string TimeZone, string Language, IReadOnlyList<string> Roles);
