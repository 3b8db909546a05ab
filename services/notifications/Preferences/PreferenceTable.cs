using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Notifications.Preferences;

internal sealed class PreferenceTable : IEntityTypeConfiguration<Preference>
{
    public void Configure(EntityTypeBuilder<Preference> builder)
    {
        builder.ToTable("preference");
        builder.PrimitiveCollection(preference => preference.Email).ElementType(topic => topic.HasConversion<string>());
        builder.PrimitiveCollection(preference => preference.Push).ElementType(topic => topic.HasConversion<string>());
        builder.PrimitiveCollection(preference => preference.Sms).ElementType(topic => topic.HasConversion<string>());
        builder.PrimitiveCollection(preference => preference.Reminders).ElementType(ahead => ahead.HasConversion<string>());
    }

    /// <summary>What the person chose, or what everybody has who did not.</summary>
    public static async Task<Preference> OfAsync(NotificationsDbContext db, Guid account, CancellationToken ct) =>
        await db.Preferences.AsNoTracking().SingleOrDefaultAsync(preference => preference.Id == account, ct) ?? Preference.Usual(account);
}
