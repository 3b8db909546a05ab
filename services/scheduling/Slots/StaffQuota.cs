using Journease.Scheduling.SessionTypes;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Scheduling.Slots;

/// <summary>
/// Gives every place of a session a person of its own. Whenever it can be done it is done: who fits two places is moved to the
/// other when somebody else needs the first (augmenting paths). Those who come first are taken first.
/// </summary>
internal sealed class StaffQuota
{
    private readonly List<FreePractitioner>[] candidates;
    private readonly Dictionary<Guid, int> placeOf = [];

    private StaffQuota(List<FreePractitioner>[] candidates) => this.candidates = candidates;

    /// <summary>Who takes which place, in the order of the places; null when they cannot all be filled.</summary>
    /// <param name="places">As <see cref="SessionNeeds.PlacesFor"/> gives them; the first one leads.</param>
    /// <param name="free">Who is free, those to be asked first in front.</param>
    /// <param name="wanted">What the person asked for.</param>
    public static Guid[]? Fill(IReadOnlyList<StaffingNeed> places, IReadOnlyList<FreePractitioner> free, Preferences wanted)
    {
        var candidates = places.Select((place, number) => free.Where(person => Fits(place, number == 0, person, wanted)).ToList()).ToArray();
        if (wanted.PractitionerId is not { } id)
        {
            return new StaffQuota(candidates).Fill();
        }

        // The one who was asked for takes each place that they fit in turn, the leading one first.
        for (var number = 0; number < candidates.Length; number++)
        {
            if (candidates[number].Find(person => person.Id == id) is { } asked
                && new StaffQuota([.. candidates.Select((fitting, i) => i == number ? [asked] : fitting)]).Fill() is { } chosen)
            {
                return chosen;
            }
        }
        return null;
    }

    /// <summary>Whether somebody can take a place.</summary>
    public static bool Fits(StaffingNeed place, bool leads, FreePractitioner person, Preferences wanted) =>
        person.Roles.Contains(place.Role)
        && (place.Qualification is null || person.Qualifications.Contains(place.Qualification))
        && (!leads || wanted.PractitionerGender is null || person.Gender == wanted.PractitionerGender)
        && (place.Role != Roles.Nurse || wanted.SitterGender is null || person.Gender == wanted.SitterGender);

    private Guid[]? Fill()
    {
        for (var place = 0; place < candidates.Length; place++)
        {
            if (!Take(place, []))
            {
                return null;
            }
        }
        var chosen = new Guid[candidates.Length];
        foreach (var (person, place) in placeOf)
        {
            chosen[place] = person;
        }
        return chosen;
    }

    private bool Take(int place, HashSet<Guid> asked)
    {
        foreach (var person in candidates[place])
        {
            if (asked.Add(person.Id) && (!placeOf.TryGetValue(person.Id, out var other) || Take(other, asked)))
            {
                placeOf[person.Id] = place;
                return true;
            }
        }
        return false;
    }
}
