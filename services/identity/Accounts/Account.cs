using Journease.Contracts.Identity;
using Journease.Messaging;

namespace Journease.Identity.Accounts;

/// <summary>A person's account: what others call them, and which roles they hold. How they prove who they are is a <see cref="Credential"/>.</summary>
internal sealed class Account : Aggregate
{
    private Account() { } // for EF Core

    /// <summary>The name the person chose to be called by.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The zone of the person's wall clock, an IANA name.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>The language that the person reads, a BCP 47 tag.</summary>
    public string Language { get; private set; } = "";

    public string[] Roles { get; private set; } = [];

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it was established that the person is an adult; the birth date itself is not kept here.</summary>
    public DateTimeOffset ConfirmedAdultAt { get; private init; }

    public static Account Open(Guid id, string name, string timeZone, string language, IEnumerable<string> roles, DateTimeOffset now)
    {
        var account = new Account
        {
            Id = id,
            Name = name,
            TimeZone = timeZone,
            Language = language,
            Roles = [.. roles],
            OpenedAt = now,
            ConfirmedAdultAt = now,
        };
        account.Announce(new AccountOpened { SubjectId = id });
        return account;
    }
}
