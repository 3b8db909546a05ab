using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;

namespace Journease.Identity.Accounts;

/// <summary>One account per role, and a second client, with fixed ids and one known password; the seed verb refuses to run outside Development.</summary>
internal sealed class DemonstrationAccounts(IdentityDbContext db, OpenAccount opening) : IDemonstrationData
{
    public const string Password = "journease-demo-2026";

    private static readonly (int Number, string Name, string Role)[] People =
    [
        (1, "client", Roles.Client),
        (2, "client2", Roles.Client),
        (3, "coordinator", Roles.Coordinator),
        (4, "prescriber", Roles.Prescriber),
        (5, "therapist", Roles.Therapist),
        (6, "nurse", Roles.Nurse),
        (7, "facilitator", Roles.Facilitator),
        (8, "editor", Roles.Editor),
        (9, "administrator", Roles.Administrator),
        (10, "operator", Roles.Operator),
    ];

    /// <summary>Whether this is one of them; ids of this kind are given to nobody else.</summary>
    public static bool Includes(Guid account) => People.Any(person => IdOf(person.Number) == account);

    private static Guid IdOf(int number) => Guid.Parse($"00000000-0000-7000-8000-{number:D12}");

    public async Task SeedAsync(CancellationToken ct)
    {
        foreach (var (number, name, role) in People)
        {
            var id = IdOf(number);
            if (await db.Accounts.AnyAsync(account => account.Id == id, ct))
            {
                continue;
            }

            var shown = $"Demo {char.ToUpperInvariant(name[0])}{name[1..]}";
            var details = new PersonalDetails($"{name}@demo.journease.example", shown);
            await opening.NowAsync(new(id, details, "America/New_York", "en", [role]), Password, ct);
        }
    }
}
