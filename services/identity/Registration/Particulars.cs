namespace Journease.Identity.Registration;

/// <summary>What a person says about themselves to get an account, as far as it is kept.</summary>
internal sealed record Particulars(string Email, string Name, string TimeZone, string Language);
