using Journease.Contracts.Identity;
using Journease.Identity.Sessions;
using Journease.Identity.Staff;
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

    /// <summary>When the account will be closed; null while nobody has asked for it.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Since when an administrator keeps the person from signing in; null where nobody does.</summary>
    public DateTimeOffset? DisabledAt { get; private set; }

    /// <summary>Whether the person can let others in.</summary>
    public bool IsEnabledAdministrator =>
        Roles.Contains(ServiceDefaults.Authentication.Roles.Administrator) && DisabledAt is null && ClosedAt is null;

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

    /// <summary>Takes the place of the staff roles that the person had; whether they are a client too does not change. False where they have just these.</summary>
    public bool GiveStaffRoles(IReadOnlyList<string> roles)
    {
        string[] all = [.. Roles.Except(StaffRoles.All), .. roles];
        if (all.Order().SequenceEqual(Roles.Order()))
        {
            return false;
        }
        if (all.Length == 0)
        {
            throw StaffProblems.NoRole.Broken("To keep somebody from everything, disable the account.");
        }
        Roles = all;
        return true;
    }

    /// <summary>The person cannot sign in any more, until they are let in again. False where that was so before.</summary>
    public bool Disable(DateTimeOffset now)
    {
        if (DisabledAt is not null)
        {
            return false;
        }
        DisabledAt = now;
        return true;
    }

    /// <summary>The person can sign in again. False where they could.</summary>
    public bool Enable()
    {
        if (DisabledAt is null)
        {
            return false;
        }
        DisabledAt = null;
        return true;
    }

    /// <summary>The person wants to leave; they can think better of it for a while. False where they have asked before.</summary>
    public bool AskToClose(DateTimeOffset now, TimeSpan coolingOff)
    {
        if (ClosesAt is not null)
        {
            return false;
        }
        ClosesAt = now + coolingOff;
        return true;
    }

    /// <summary>The person stays. False where nothing was under way.</summary>
    public bool KeepOpen()
    {
        if (ClosesAt is null || ClosedAt is not null)
        {
            return false;
        }
        ClosesAt = null;
        return true;
    }

    /// <summary>For good: what remains is that there was an account with this id.</summary>
    public void Close(DateTimeOffset now)
    {
        (ClosedAt, Email, EmailIndex, Name, Roles) = (now, null, null, null, []);
        Announce(new AccountAccessChanged { SubjectId = Id, NotBefore = now });
        Announce(new AccountClosed { SubjectId = Id });
    }

    /// <summary>Tokens issued until now are refused everywhere.</summary>
    public void ChangeAccess(DateTimeOffset now) => Announce(new AccountAccessChanged { SubjectId = Id, NotBefore = now });
}
