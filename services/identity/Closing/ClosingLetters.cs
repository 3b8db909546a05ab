using System.Globalization;
using Journease.Identity.Accounts;
using Journease.Mail;

namespace Journease.Identity.Closing;

internal sealed class ClosingLetters(PublicAddress address)
{
    public Letter Asked(string email, DateTimeOffset closesAt, string timeZone) => Letter.Write(
        email,
        "Your account will be closed",
        $"you asked us to close your account. It will be closed on {InWords(closesAt, timeZone)}. Until then you can think better of it: sign in and keep it.",
        new LetterPart("Sign in", address.Link(Addresses.Closing)),
        "If it was not you who asked, sign in at once, keep the account and choose another password.");

    public static Letter Kept(string email) => Letter.Write(
        email,
        "Your account stays open",
        "you have decided to keep your account. Nothing was deleted.");

    public static Letter Closed(string email) => Letter.Write(
        email,
        "Your account is closed",
        "your account is closed, as you asked. Nobody can sign in with this address any more, and this is the last letter about it.",
        "You are welcome to come back with a new account at any time.");

    public static string InWords(DateTimeOffset moment, string timeZone) =>
        TimeZones.LocalTime(moment, timeZone).ToString("MMMM d, yyyy 'at' h:mm tt", CultureInfo.GetCultureInfo("en-US"));
}
