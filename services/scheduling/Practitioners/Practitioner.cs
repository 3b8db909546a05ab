using Journease.Messaging;

namespace Journease.Scheduling.Practitioners;

/// <summary>Somebody of the practice who holds sessions: in which roles, where, and when in the week.</summary>
internal sealed class Practitioner : Aggregate
{
    private readonly List<WorkingPeriod> workingHours = [];
    private string[] roles = [];

    private Practitioner(Guid accountId, string name) => (AccountId, Name) = (accountId, name);

    public Guid AccountId { get; private init; }

    /// <summary>As clients see it.</summary>
    public string Name { get; private init; }

    public IReadOnlyList<string> Roles => roles;

    public IReadOnlyList<WorkingPeriod> WorkingHours => workingHours;

    public static Practitioner Join(Guid accountId, string name, IEnumerable<string> roles)
    {
        var practitioner = new Practitioner(accountId, name) { roles = [.. roles.Distinct().Order()] };
        if (practitioner.roles.Length == 0 || practitioner.roles.Except(Staff.HoldingSessions).Any())
        {
            throw PractitionerProblems.UnknownRole.Broken($"Give at least one of: {string.Join(", ", Staff.HoldingSessions)}.", "roles");
        }
        return practitioner;
    }

    /// <summary>Replaces the whole week. Appointments that are already booked stay as they are.</summary>
    public void Work(IReadOnlyList<WorkingPeriod> week)
    {
        if (week.Any(period => period.From >= period.To))
        {
            throw PractitionerProblems.ImpossibleHours.Broken("Each period must end later on the same day than it starts.", "workingHours");
        }
        for (var i = 0; i < week.Count; i++)
        {
            if (week.Take(i).Any(week[i].Overlaps))
            {
                throw PractitionerProblems.ImpossibleHours.Broken("Two periods overlap: nobody works in two places at once.", "workingHours");
            }
        }

        workingHours.Clear();
        workingHours.AddRange(week);
    }
}
