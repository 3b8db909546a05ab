using Journease.Identity.Accounts;

namespace Journease.Identity.Staff;

/// <summary>An account as administrators see it.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">What the person is called.</param>
/// <param name="Email">What the person signs in with.</param>
/// <param name="Roles">What the person is here, <c>client</c> included.</param>
/// <param name="OpenedAt">Since when there is the account.</param>
/// <param name="DisabledAt">Since when the person cannot sign in; null when they can.</param>
/// <param name="ClosesAt">When the account will be closed, because the person asked for it; null otherwise.</param>
internal sealed record AccountLine(
    Guid Id, string Name, string Email, IReadOnlyList<string> Roles, DateTimeOffset OpenedAt, DateTimeOffset? DisabledAt, DateTimeOffset? ClosesAt)
{
    public static async Task<AccountLine> OfAsync(Account account, AccountDetails details, CancellationToken ct)
    {
        var person = await details.OpenAsync(account, ct);
        return new(account.Id, person?.Name ?? "", person?.Email ?? "", account.Roles, account.OpenedAt, account.DisabledAt, account.ClosesAt);
    }
}
