using Journease.Identity.Accounts;
using Journease.Mail;
using Journease.Identity.Pages;
using Journease.Identity.Sessions;

namespace Journease.Identity.Staff;

/// <summary>Tells a person that an administrator has changed what they can do here.</summary>
internal sealed class AccessLetters(PublicAddress address, PortalAddress portal)
{
    private const string Subject = "A change to your Journease account";

    public Letter Write(string email, Account account) => account switch
    {
        { DisabledAt: not null } => Letter.Write(
            email, Subject,
            "your account has been paused: you cannot sign in with it at present, and you are signed out everywhere. Nothing that is yours was deleted.",
            portal.ReachOut is { } reachOut ? new LetterPart("Write to us if you have a question", reachOut) : "If you have a question, please write to us."),
        _ when account.Roles.Where(StaffRoles.All.Contains).ToList() is { Count: > 0 } roles => Letter.Write(
            email, Subject,
            $"an administrator has changed your access. You can sign in, and work here as {StaffRoleNames.InWords(roles)}.",
            new LetterPart("Sign in", address.Link(Addresses.SignIn)),
            "If that is not right, speak to an administrator of the practice."),
        _ => Letter.Write(
            email, Subject,
            "your access has changed. You can sign in as before, for what is your own.",
            new LetterPart("Sign in", address.Link(Addresses.SignIn))),
    };
}
