using Journease.Contracts;
using Journease.ServiceDefaults.Data;

namespace Journease.Messaging;

/// <summary>
/// An entity that decides by itself and announces what happened. What it announces is sent if, and only if, its change is
/// committed. Parts of an aggregate are owned types, so that a change of a part raises the version of the whole.
/// </summary>
public abstract class Aggregate : IVersioned
{
    private readonly List<IEvent> announced = [];

    public Guid Id { get; protected init; } = Guid.CreateVersion7();

    public long Version { get; private set; }

    internal IReadOnlyList<IEvent> Announced => announced;

    /// <summary>Remembers a fact for the outbox; ids, version and time are stamped when it is saved.</summary>
    protected void Announce(IEvent fact) => announced.Add(fact);

    internal void RaiseVersion() => Version++;

    internal void ForgetAnnounced() => announced.Clear();
}
