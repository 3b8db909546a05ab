using System.Text.RegularExpressions;
using Journease.Portal.Forms;
using Microsoft.Extensions.Localization;

namespace Journease.Portal.ReachOut;

/// <summary>What somebody writes when they reach out. Everything is text, so that nothing they send can fail to be shown again.</summary>
public sealed partial class InquiryForm
{
    private const int LongestName = 300;
    private const int LongestContact = 320;
    private const int LongestMessage = 5000;

    /// <summary>Made with the empty form: pressing the button twice sends one inquiry.</summary>
    public string? Key { get; set; }

    public string? Name { get; set; }

    public string? ContactWay { get; set; }

    public string? Contact { get; set; }

    public string? SafeToLeaveMessage { get; set; }

    public string? Message { get; set; }

    internal FieldErrors Check(IStringLocalizer words)
    {
        var errors = new FieldErrors();
        CheckText(errors, nameof(Name), Name, LongestName, words);
        if (ContactWay is not ("email" or "phone" or "text-message"))
        {
            errors.Add(nameof(ContactWay), words["ContactWay.Missing"]);
        }
        CheckText(errors, nameof(Contact), Contact, LongestContact, words);
        if (ContactWay == "email" && Contact?.Trim() is { Length: > 0 } address && !EmailAddress().IsMatch(address))
        {
            errors.Add(nameof(Contact), words["Contact.NotAnAddress"]);
        }
        if (ContactWay is "phone" or "text-message" && Contact?.Trim() is { Length: > 0 } number && number.Count(char.IsAsciiDigit) < 7)
        {
            errors.Add(nameof(Contact), words["Contact.NotANumber"]);
        }
        CheckText(errors, nameof(Message), Message, LongestMessage, words);
        return errors;
    }

    internal Inquiry ToInquiry() => new(
        Name!.Trim(), Message!.Trim(), ContactWay!, Contact!.Trim(),
        SafeToLeaveMessage switch { "yes" => true, "no" => false, _ => null });

    private static void CheckText(FieldErrors errors, string field, string? text, int longest, IStringLocalizer words)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(field, words[field + ".Missing"]);
        }
        else if (text.Trim().Length > longest)
        {
            errors.Add(field, words["TooLong", longest, text.Trim().Length - longest]);
        }
    }

    // Only what is certainly no address is refused; whether one exists shows when somebody writes to it.
    [GeneratedRegex(@"^[^\s@]+@[^\s@]+\.[^\s@]+$")]
    private static partial Regex EmailAddress();
}
