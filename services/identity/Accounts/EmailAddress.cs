using System.Net.Mail;

namespace Journease.Identity.Accounts;

/// <summary>What counts as an e-mail address here: one mailbox, without a name beside it and without anything that could end a header.</summary>
internal static class EmailAddress
{
    public const int Longest = 254;

    public static bool IsValid(string text) =>
        text.Length <= Longest && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character))
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
