using System.Collections.Frozen;
using Journease.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Journease.Scheduling.SessionTypes;

/// <summary>What no session type may be, whoever describes it.</summary>
internal static class SessionTypeRules
{
    /// <summary>The practices of a care plan, by the codes that articles and circles use.</summary>
    public static readonly FrozenSet<string> Practices = FrozenSet.ToFrozenSet(
    [
        "ketamine-sessions", "somatic-therapy", "self-compassion", "mindfulness-and-meditation", "cognitive-behavioural-therapy",
        "counselling", "art-therapy", "music-therapy",
    ]);

    public static void RequireOffered(params IEnumerable<string?> words)
    {
        if (words.Any(word => word?.Contains("mdma", StringComparison.OrdinalIgnoreCase) == true))
        {
            throw SessionTypeProblems.InformationOnly.Broken(
                "MDMA-assisted therapy is promising, but it is not an approved treatment. You can read about it in our articles; it can be neither planned nor booked.",
                "sessionType");
        }
    }

    public static void Require(string code, SessionTypeDescription description)
    {
        RequireOffered(code, description.Name, description.Practice);
        var needs = description.Needs;
        if (code == SessionType.DosingCode && description.Mode != SessionMode.InPerson)
        {
            throw SessionTypeProblems.DosingInPerson.Broken("A ketamine session takes place at the practice, never by video link.", "mode");
        }
        if (description.HoldMinutes < description.Minutes)
        {
            throw Impossible("People and room are held at least as long as the session takes.", "holdMinutes");
        }
        if (description.Practice is { } practice && !Practices.Contains(practice))
        {
            throw Impossible($"The practices are: {string.Join(", ", Practices.Order())}.", "practice");
        }
        if (needs.Staff.Count == 0 || needs.Staff.Any(need => !Staff.HoldingSessions.Contains(need.Role)))
        {
            throw Impossible($"Somebody must hold it, in one of the roles {string.Join(", ", Staff.HoldingSessions)}.", "staff");
        }
        if (description.Prerequisites.Contains(code))
        {
            throw Impossible("A session cannot come before itself.", "prerequisites");
        }
        if (description.Spacing is { } spacing && spacing.FollowedUntilHours < spacing.FollowedFromHours)
        {
            throw Impossible("What follows cannot be due until before it is due.", "spacing");
        }
    }

    /// <summary>Refuses a type that names others which are not there.</summary>
    public static async Task RequireKnownAsync(SchedulingDbContext db, SessionType type, CancellationToken ct)
    {
        string[] named = [.. type.Prerequisites, .. type.Spacing?.FollowedBy is { } next ? [next] : Array.Empty<string>()];
        if (named.Except(await db.SessionTypes.Select(one => one.Code).ToListAsync(ct)).Any())
        {
            throw SessionTypeProblems.Unknown.Broken("Prerequisites, and what follows, are codes from the list of session types.", "prerequisites");
        }
    }

    private static RuleBrokenException Impossible(string why, string field) => SessionTypeProblems.Impossible.Broken(why, field);
}
