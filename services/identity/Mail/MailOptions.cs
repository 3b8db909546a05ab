using System.ComponentModel.DataAnnotations;

namespace Journease.Identity.Mail;

/// <summary>Configuration section <c>Mail</c>: how identity's own mail leaves. The server is the connection string <c>mail</c>.</summary>
internal sealed class MailOptions
{
    /// <summary>The address that letters come from.</summary>
    [EmailAddress]
    public string From { get; init; } = "no-reply@journease.example";

    public string FromName { get; init; } = "Journease";

    /// <summary>How many tries a letter gets, over about a day, before an operator is called.</summary>
    [Range(1, 100)]
    public int Attempts { get; init; } = 12;

    /// <summary>How often is looked for letters to send.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one process has to send what it took; then it is thought dead.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ClaimedFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the record of a sent letter is kept.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan KeptFor { get; init; } = TimeSpan.FromDays(90);
}
