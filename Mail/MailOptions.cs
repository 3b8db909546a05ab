using System.ComponentModel.DataAnnotations;

namespace Journease.Mail;

/// <summary>Configuration section <c>Mail</c>: how a service's mail leaves. The server is the connection string <c>mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>The address that letters come from.</summary>
    [EmailAddress]
    public string From { get; init; } = "no-reply@journease.example";

    public string FromName { get; init; } = "Journease";

    /// <summary>How often is looked for something to send.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the other side may take for one letter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one process has to send what it took; then it is thought dead. Longer than the patience.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ClaimedFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the record of what was sent or given up is kept.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The domain of Message-IDs and of calendar entries.</summary>
    public string Domain => From.Split('@')[^1];
}
