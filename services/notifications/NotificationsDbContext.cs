using Journease.Messaging;
using Journease.Notifications.Appointments;
using Journease.Notifications.Delivery;
using Journease.Notifications.Messages;
using Journease.Notifications.Paging;
using Journease.Notifications.Phones;
using Journease.Notifications.Preferences;
using Microsoft.EntityFrameworkCore;

namespace Journease.Notifications;

/// <summary>What people were told, by which ways, and when they want to be, and who is on call; no address of anybody, and nothing else about them.</summary>
internal sealed class NotificationsDbContext(DbContextOptions<NotificationsDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "notifications";

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Appointment> Appointments => Set<Appointment>();

    public DbSet<Preference> Preferences => Set<Preference>();

    public DbSet<PersonMail> Mail => Set<PersonMail>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<PhoneNotice> PhoneNotices => Set<PhoneNotice>();

    public DbSet<OnCall> OnCall => Set<OnCall>();

    public DbSet<SafetyPage> SafetyPages => Set<SafetyPage>();

    public DbSet<PageMail> PageMails => Set<PageMail>();

    public DbSet<PageCall> PageCalls => Set<PageCall>();
}
