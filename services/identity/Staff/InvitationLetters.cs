using Journease.Mail;

namespace Journease.Identity.Staff;

/// <summary>What is written to somebody who is invited to work here.</summary>
internal sealed class InvitationLetters(PublicAddress address)
{
    public Letter Invite(string email, string token) => Letter.Write(
        email,
        "Your invitation to Journease",
        "Journease invites you to an account for your work with us. Open this page to see what it is for, and to accept:",
        new LetterPart("See the invitation", address.Link(Addresses.Invitation, token)),
        "The link works once, for 7 days. Do not pass it on: whoever has it gets the account that is meant for you. If you do not expect an invitation, there is nothing to do.");
}
