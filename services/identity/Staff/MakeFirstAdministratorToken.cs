using System.Globalization;
using Journease.ServiceDefaults.UnitOfWork;
using Journease.ServiceDefaults.Verbs;

namespace Journease.Identity.Staff;

/// <summary><c>first-administrator</c>: prints, once, the address at which the first administrator registers. Refused when there is one.</summary>
internal sealed class MakeFirstAdministratorToken(
    IdentityDbContext db, Administrators administrators, FirstAdministratorTokens tokens, PublicAddress address) : IVerb
{
    public string Name => "first-administrator";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        if (arguments.Count > 0)
        {
            Console.WriteLine("first-administrator takes no argument.");
            return 2;
        }
        if (await administrators.ExistsAsync(ct))
        {
            Console.WriteLine("There is an administrator already, who can invite others. Nothing was changed.");
            return 1;
        }

        var secret = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var made = await tokens.MakeAsync(token);
            await transaction.CommitAsync(token);
            return made;
        }, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            Open this address within {FirstAdministratorToken.Lifetime.TotalHours} hours to register the first administrator. It works once, is shown
            only here, and takes the place of any earlier one:

            {address.Link(Addresses.FirstAdministrator, secret)}
            """));
        return 0;
    }
}
