using Journease.Messaging;

namespace Journease.Scheduling.Rooms;

/// <summary>A room at a site; one session at a time.</summary>
internal sealed class Room : Aggregate
{
    private Room(Guid siteId, string name) => (SiteId, Name) = (siteId, name);

    public Guid SiteId { get; private init; }

    public string Name { get; private set; }

    public static Room Open(Guid siteId, string name) => new(siteId, name);

    public void Rename(string name) => Name = name;
}
