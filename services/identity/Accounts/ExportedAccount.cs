using System.Runtime.CompilerServices;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Accounts;

/// <summary>What an account says about its person, for their copy of everything.</summary>
internal sealed class ExportedAccount(IdentityDbContext db, AccountDetails details) : IExportedPart
{
    public async IAsyncEnumerable<Resource> OfAsync(Guid subject, [EnumeratorCancellation] CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == subject, ct);
        if (account is null || await details.OpenAsync(account, ct) is not { } person)
        {
            yield break; // nobody, or nobody any more
        }

        yield return new Patient
        {
            Id = subject.ToString(),
            Active = true,
            Name = [new HumanName { Use = HumanName.NameUse.Usual, Text = person.Name }],
            Telecom = [new ContactPoint(ContactPoint.ContactPointSystem.Email, ContactPoint.ContactPointUse.Home, person.Email)],
            Communication = [new Patient.CommunicationComponent { Language = new CodeableConcept("urn:ietf:bcp:47", account.Language), Preferred = true }],
        }.Told(
            $"You are called {person.Name}. We reach you at {person.Email}.",
            $"Your account was opened {account.OpenedAt:u}; you confirmed then that you are an adult. Your time zone: {account.TimeZone}. Your language: {account.Language}.",
            account.Roles.Length > 0 ? $"You are here as: {string.Join(", ", account.Roles)}." : "");
    }
}
