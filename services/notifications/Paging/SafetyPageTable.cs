using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Paging;

internal sealed class SafetyPageTable : IEntityTypeConfiguration<SafetyPage>
{
    public const string OncePerFact = "ux_safety_page_fact";

    public void Configure(EntityTypeBuilder<SafetyPage> builder)
    {
        builder.ToTable("safety_page");
        builder.Property(page => page.Reason).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(page => new { page.ConcernId, page.FactVersion }).IsUnique().HasDatabaseName(OncePerFact);
    }
}
