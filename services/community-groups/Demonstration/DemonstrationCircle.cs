using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups.Demonstration;

/// <summary>One circle that the demonstration facilitator looks after.</summary>
internal sealed class DemonstrationCircle(GroupsDbContext db) : IDemonstrationData
{
    private const string Name = "Finding sleep again";

    private static readonly Guid Facilitator = new("00000000-0000-7000-8000-000000000007");

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Circles.AnyAsync(circle => circle.Name == Name, ct))
        {
            return;
        }

        var circle = Circle.Open(
            Name,
            "For people whose nights have become difficult. We share what helps a little, and what does not.",
            """
            What is said here stays here.
            Speak of yourself, under a name that nobody knows you by.
            Nobody has to answer, and nobody has to be better by next week.
            This circle is not watched at every hour. If you might harm yourself, call or text 988, or call 911.
            """,
            ["sleep-disturbance", "hypervigilance", "mindfulness-and-meditation"],
            capacity: 12);
        db.Circles.Add(circle);
        db.Facilitators.Add(CircleFacilitator.Of(circle, Facilitator));
        await db.SaveChangesAsync(ct);
    }
}
