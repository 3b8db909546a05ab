using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Journease.Messaging.Outbox;

/// <summary>Finds the aggregates that a save changes, also where only a part of one changed.</summary>
internal static class ChangedAggregates
{
    public static List<EntityEntry<Aggregate>> In(DbContext db)
    {
        var entries = db.ChangeTracker.Entries().ToList();
        var changed = new Dictionary<Aggregate, EntityEntry<Aggregate>>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries)
        {
            if (entry.Entity is Aggregate { Announced.Count: > 0 })
            {
                Add(entry);
            }
            else if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                Add(RootOf(entry, entries));
            }
        }
        return [.. changed.Values];

        void Add(EntityEntry? root)
        {
            if (root?.Entity is Aggregate aggregate)
            {
                changed.TryAdd(aggregate, db.Entry(aggregate));
            }
        }
    }

    private static EntityEntry? RootOf(EntityEntry entry, List<EntityEntry> all)
    {
        var at = entry;
        while (at?.Metadata.FindOwnership() is { } ownership)
        {
            var part = at;
            var key = ownership.Properties.Select(property => part.Property(property).CurrentValue ?? part.Property(property).OriginalValue).ToList();
            at = all.Find(owner => ownership.PrincipalEntityType.IsAssignableFrom(owner.Metadata)
                && ownership.PrincipalKey.Properties.Select(property => owner.Property(property).CurrentValue).SequenceEqual(key));
        }
        return at;
    }
}
