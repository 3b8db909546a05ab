using Journease.Identity.Accounts;

namespace Journease.Identity.Closing;

/// <summary>How things stand with the closing of an account, and what it does; the answer of each act here.</summary>
/// <param name="ClosesAt">When the account will be closed; null when nobody has asked for it.</param>
/// <param name="Destroyed">What nobody will be able to read any more.</param>
/// <param name="KeptByLaw">What the law asks us to keep, and why.</param>
internal sealed record ClosingState(DateTimeOffset? ClosesAt, IReadOnlyList<Consequences.Kept> Destroyed, IReadOnlyList<Consequences.Kept> KeptByLaw)
{
    public static ClosingState Of(Account account) => new(account.ClosesAt, Consequences.Destroyed, Consequences.KeptByLaw);
}
