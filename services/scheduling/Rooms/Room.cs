using Journease.Messaging;

namespace Journease.Scheduling.Rooms;

/// <summary>A room at a site; one session at a time.</summary>
internal sealed class Room : Aggregate
{
    private Room(Guid siteId, string name, int seats) => (SiteId, Name, Seats) = (siteId, name, seats);

    public Guid SiteId { get; private init; }

    public string Name { get; private set; }

    /// <summary>How many participants it seats.</summary>
    public int Seats { get; private set; }

    public static Room Open(Guid siteId, string name, int seats = 1) => new(siteId, name, seats);

    public void Describe(string name, int seats) => (Name, Seats) = (name, seats);
}
