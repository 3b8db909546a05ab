using Journease.Contracts.Identity;
using Journease.Messaging;

namespace Journease.Identity.Accounts;

/// <summary>A person's account: what others call them, and which roles they hold. How they prove who they are is a <see cref="Credential"/>.</summary>
internal sealed class Account : Aggregate
{
    private Account() { } // for EF Core

    /// <summary>The name the person chose to be called by.</summary>
    public string Name { get; private set; } = "";

    public string[] Roles { get; private set; } = [];

    public DateTimeOffset OpenedAt { get; private init; }

    public static Account Open(Guid id, string name, IEnumerable<string> roles, DateTimeOffset now)
    {
        var account = new Account { Id = id, Name = name, Roles = [.. roles], OpenedAt = now };
        account.Announce(new AccountOpened { SubjectId = id });
        return account;
    }
}
