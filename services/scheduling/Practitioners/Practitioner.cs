using Journease.Messaging;

namespace Journease.Scheduling.Practitioners;

/// <summary>Somebody of the practice who holds sessions: in which roles, where, and when in the week.</summary>
internal sealed class Practitioner : Aggregate
{
    private readonly List<WorkingPeriod> workingHours = [];
    private string[] roles = [];
    private string[] qualifications = [];

    private Practitioner(Guid accountId, string name) => (AccountId, Name) = (accountId, name);

    public Guid AccountId { get; private init; }

    /// <summary>As clients see it.</summary>
    public string Name { get; private init; }

    public IReadOnlyList<string> Roles => roles;

    /// <summary>What they may do besides what their roles say, as session types ask for it.</summary>
    public IReadOnlyList<string> Qualifications => qualifications;

    /// <summary>For those whom it helps to know; null when it is not said.</summary>
    public Gender? Gender { get; private set; }

    /// <summary>The longest that they are taken by sessions on one day; null for no limit.</summary>
    public int? MostMinutesADay { get; private set; }

    /// <summary>And in one week, from Monday to Sunday.</summary>
    public int? MostMinutesAWeek { get; private set; }

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

    /// <summary>Replaces what is known besides name, roles and hours.</summary>
    public void Describe(Gender? gender, IEnumerable<string> has, int? mostMinutesADay, int? mostMinutesAWeek)
    {
        if (mostMinutesADay > mostMinutesAWeek)
        {
            throw PractitionerProblems.ImpossibleLimits.Broken("The limit of a week cannot be less than that of a day.", "mostMinutesAWeek");
        }
        (Gender, MostMinutesADay, MostMinutesAWeek) = (gender, mostMinutesADay, mostMinutesAWeek);
        qualifications = [.. has.Distinct().Order()];
    }

    /// <summary>Replaces the whole week. Appointments that are already booked stay as they are.</summary>
    public void Work(IReadOnlyList<WorkingPeriod> week)
    {
        if (!week.All(period => period.Hours.ArePossible))
        {
            throw PractitionerProblems.ImpossibleHours.Broken("Each period must end later on the same day than it starts; 00:00 as its end is midnight.", "workingHours");
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
