using Journease.Scheduling.Practitioners;

namespace Journease.Scheduling.Slots;

/// <summary>What helps the person, besides the time itself; each of it only narrows the choice.</summary>
/// <param name="PractitionerId">Somebody who must be among those who hold the session.</param>
/// <param name="SiteId">Where.</param>
/// <param name="PractitionerGender">Of the one who leads.</param>
/// <param name="SitterGender">Of every sitter.</param>
internal sealed record Preferences(
    Guid? PractitionerId = null, Guid? SiteId = null, Gender? PractitionerGender = null, Gender? SitterGender = null)
{
    public static readonly Preferences None = new();
}
