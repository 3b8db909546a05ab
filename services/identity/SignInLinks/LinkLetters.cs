using Journease.Mail;

namespace Journease.Identity.SignInLinks;

/// <summary>What is written to whoever asks for a link to sign in with.</summary>
internal sealed class LinkLetters(PublicAddress address)
{
    public Letter SignIn(string email, string device, string token) => Letter.Write(
        email,
        "Your sign-in link",
        $"somebody, we hope you, asked for a link to sign in, with {device}. Open this page and confirm it:",
        new LetterPart("Sign in", address.Link(Addresses.UseLink, token)),
        "The link works once, for 10 minutes, on any device. Do not pass it on: whoever has it can sign in as you. If it was not you, there is nothing to do.");

    public Letter NoAccount(string email) => Letter.Write(
        email,
        "Your sign-in link",
        "somebody, we hope you, asked for a link to sign in with this address. There is no account with it here. Perhaps you used another address; otherwise you can create an account:",
        new LetterPart("Create an account", address.Link(Addresses.Register)),
        "If it was not you, there is nothing to do. We have not kept the address.");
}
