using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.CommunityGroups.Circles;

internal sealed class CircleTable : IEntityTypeConfiguration<Circle>
{
    public const string NoMoreThanCapacity = "ck_circle_no_more_than_capacity";
    public const int LongestName = 80;
    public const int LongestText = 2000;

    public void Configure(EntityTypeBuilder<Circle> builder)
    {
        builder.ToTable("circle", table => table.HasCheckConstraint(NoMoreThanCapacity, "members BETWEEN 0 AND capacity"));
        builder.Property(circle => circle.Name).HasMaxLength(LongestName);
        builder.Property(circle => circle.About).HasMaxLength(LongestText);
        builder.Property(circle => circle.Guidelines).HasMaxLength(LongestText);
    }

    /// <summary>Makes everybody else who changes membership of the circle wait until this transaction ends.</summary>
    public static Task LockAsync(GroupsDbContext db, Guid circleId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"SELECT FROM groups.circle WHERE id = {circleId} FOR UPDATE", ct);

    /// <summary>One member more or less; one more than there are places is refused by <see cref="NoMoreThanCapacity"/>.</summary>
    public static Task CountAsync(GroupsDbContext db, Guid circleId, int change, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"UPDATE groups.circle SET members = members + {change} WHERE id = {circleId}", ct);

    /// <summary>The number of the next post. Writers of one circle take turns here.</summary>
    public static async Task<long> NextPostAsync(GroupsDbContext db, Guid circleId, CancellationToken ct) =>
        (await db.Database.SqlQuery<long>($"UPDATE groups.circle SET last_post = last_post + 1 WHERE id = {circleId} RETURNING last_post").ToListAsync(ct)).Single();
}

internal sealed class CircleFacilitatorTable : IEntityTypeConfiguration<CircleFacilitator>
{
    public void Configure(EntityTypeBuilder<CircleFacilitator> builder)
    {
        builder.ToTable("circle_facilitator");
        builder.HasKey(facilitator => new { facilitator.CircleId, facilitator.AccountId });
        builder.HasIndex(facilitator => facilitator.AccountId);
        builder.HasOne<Circle>().WithMany().HasForeignKey(facilitator => facilitator.CircleId);
    }
}
