using Journease.Messaging;

namespace Journease.Scheduling.Equipment;

/// <summary>A chair, a monitor or another thing at a site that one session at a time can have.</summary>
internal sealed class EquipmentItem : Aggregate
{
    private EquipmentItem(Guid siteId, string kind, string name) => (SiteId, Kind, Name) = (siteId, kind, name);

    public Guid SiteId { get; private init; }

    /// <summary>What session types ask for, such as <c>chair</c>.</summary>
    public string Kind { get; private init; }

    public string Name { get; private set; }

    public static EquipmentItem Add(Guid siteId, string kind, string name) => new(siteId, kind, name);

    public void Rename(string name) => Name = name;
}
