using Journease.Mail;

namespace Journease.Identity.Registration;

/// <summary>What registering writes to an address. Whoever gets one of these by mistake need do nothing.</summary>
internal sealed class RegistrationLetters(PublicAddress address)
{
    public Letter Confirm(string email, string token) => Letter.Write(
        email,
        "Confirm your e-mail address",
        "somebody, we hope you, gave this address to create an account at Journease. To go on, open this page and confirm it:",
        new LetterPart("Confirm your e-mail address", address.Link(Addresses.RegistrationLink, token)),
        "The link works once, for 24 hours. If it was not you, there is nothing to do: without your confirmation there is no account.");

    public Letter AlreadyThere(string email) => Letter.Write(
        email,
        "You already have an account",
        "somebody, we hope you, gave this address to create an account at Journease. There is one already, so you can sign in:",
        new LetterPart("Sign in", address.Link(Addresses.SignIn)),
        "If you do not know your password any more, you can sign in with a link that we send you. If it was not you, there is nothing to do: nothing has changed.");
}
