using System.ComponentModel.DataAnnotations;

namespace Journease.Identity.BackChannelLogout;

/// <summary>Configuration section <c>BackChannelLogout</c>: how clients are told that a session has ended.</summary>
internal sealed class LogoutOptions
{
    /// <summary>How often is looked for clients to tell.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a client that does not answer is tried; the portal keeps no session longer than this anyway.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan TriedFor { get; init; } = TimeSpan.FromHours(12);
}
