using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Notifications.Phones;

/// <summary>A telephone on which somebody wants to see that there is a message.</summary>
internal sealed class Device : Aggregate
{
    private Device() { } // for EF Core

    public Guid AccountId { get; private init; }

    /// <summary>The <see cref="IPhoneWay.Name"/> by which it is reached.</summary>
    public string Way { get; private set; } = "";

    /// <summary>The device token or telephone number, sealed with the person's own key.</summary>
    public Sealed Address { get; private set; } = null!;

    public DateTimeOffset RegisteredAt { get; private set; }

    public static Device Register(Guid id, Guid account, string way, Sealed address, DateTimeOffset now) =>
        new() { Id = id, AccountId = account, Way = way, Address = address, RegisteredAt = now };

    /// <summary>The same telephone is reached otherwise now: its token was renewed, or its number has changed.</summary>
    public void RegisterAgain(string way, Sealed address, DateTimeOffset now) => (Way, Address, RegisteredAt) = (way, address, now);

    public static SealedPlace PlaceOf(Guid id) => new("device", "address", id);
}
