using Journease.Mail;

namespace Journease.Identity.Passwords;

internal sealed class PasswordLetters(PublicAddress address)
{
    public Letter Changed(string email) => Letter.Write(
        email,
        "Your password was changed",
        "the password of your account was changed just now, and everybody who was signed in elsewhere is signed out.",
        "If that was you, there is nothing to do. If it was not, sign in with a link at once and choose another password:",
        new LetterPart("Sign in with a link", address.Link(Addresses.AskForLink)));
}
