using Journease.Scheduling.SessionTypes;
using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>What somebody looks for.</summary>
/// <param name="Type">The session.</param>
/// <param name="Range">When.</param>
/// <param name="Wanted">With whom and where.</param>
/// <param name="Participants">For how many.</param>
/// <param name="ClientId">Whose own appointments stand in the way; null when it is not said.</param>
/// <param name="Zone">The zone in which times are shown; null for that of each site.</param>
internal sealed record Search(SessionType Type, SlotRange Range, Preferences Wanted, int Participants, Guid? ClientId, DateTimeZone? Zone)
{
    /// <summary>The slot with its times as the viewer's clock shows them.</summary>
    public Slot Shown(Slot slot) => Zone is null ? slot : slot with { StartsAt = In(Zone, slot.StartsAt), EndsAt = In(Zone, slot.EndsAt) };

    private static DateTimeOffset In(DateTimeZone zone, DateTimeOffset time) => Instant.FromDateTimeOffset(time).InZone(zone).ToDateTimeOffset();
}
