using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Paging;

internal sealed class OnCallTable : IEntityTypeConfiguration<OnCall>
{
    public void Configure(EntityTypeBuilder<OnCall> builder)
    {
        builder.ToTable("on_call");
        builder.HasIndex(onCall => onCall.Until);
    }

    /// <summary>Everybody who is on call at that time.</summary>
    public static Task<List<OnCall>> AtAsync(NotificationsDbContext db, DateTimeOffset time, CancellationToken ct) =>
        db.OnCall.AsNoTracking().Where(onCall => onCall.From <= time && onCall.Until > time).OrderBy(onCall => onCall.Id).ToListAsync(ct);
}
