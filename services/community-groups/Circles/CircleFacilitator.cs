using Journease.ServiceDefaults.Data;

namespace Journease.CommunityGroups.Circles;

/// <summary>Which account looks after a circle.</summary>
internal sealed class CircleFacilitator : IVersioned
{
    private CircleFacilitator() { } // for EF Core

    public Guid CircleId { get; private init; }
    public Guid AccountId { get; private init; }

    /// <summary>Stays 1: it is made and taken away, never changed.</summary>
    public long Version { get; private init; } = 1;

    public static CircleFacilitator Of(Circle circle, Guid accountId) => new() { CircleId = circle.Id, AccountId = accountId };
}
