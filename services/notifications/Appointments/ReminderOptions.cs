using System.ComponentModel.DataAnnotations;

namespace Journease.Notifications.Appointments;

/// <summary>Configuration section <c>Reminders</c>.</summary>
internal sealed class ReminderOptions
{
    /// <summary>How often is looked for reminders that are due.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:05:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);
}
