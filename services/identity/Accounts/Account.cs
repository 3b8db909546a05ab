using Journease.Contracts.Identity;
using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Identity.Accounts;

/// <summary>A person's account: what they are called, where they are reached, and which roles they hold. How they prove who they are is a <see cref="Credential"/>.</summary>
internal sealed class Account : Aggregate
{
    private Account() { } // for EF Core

    /// <summary>The confirmed e-mail address, sealed; null once the account is closed.</summary>
    public Sealed? Email { get; private set; }

    /// <summary>Finds the account by its address, and keeps two from having the same.</summary>
    public byte[]? EmailIndex { get; private set; }

    /// <summary>The name the person chose to be called by, sealed; null once the account is closed.</summary>
    public Sealed? Name { get; private set; }

    /// <summary>The zone of the person's wall clock, an IANA name.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>The language that the person reads, a BCP 47 tag.</summary>
    public string Language { get; private set; } = "";

    public string[] Roles { get; private set; } = [];

    public DateTimeOffset OpenedAt { get; private init; }

    /// <summary>When it was established that the person is an adult; the birth date itself is not kept here.</summary>
    public DateTimeOffset ConfirmedAdultAt { get; private init; }

    public static Account Open(NewAccount person, SealedDetails details, DateTimeOffset now)
    {
        var account = new Account
        {
            Id = person.Id,
            Email = details.Email,
            EmailIndex = details.EmailIndex,
            Name = details.Name,
            TimeZone = person.TimeZone,
            Language = person.Language,
            Roles = [.. person.Roles],
            OpenedAt = now,
            ConfirmedAdultAt = now,
        };
        account.Announce(new AccountOpened { SubjectId = person.Id });
        return account;
    }
}
