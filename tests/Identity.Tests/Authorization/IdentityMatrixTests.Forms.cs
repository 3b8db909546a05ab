using Journease.Testing;
using Journease.Testing.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;

namespace Journease.Identity.Tests.Authorization;

/// <summary>What holds of every form of identity's pages, whatever it is for.</summary>
public sealed partial class IdentityMatrixTests
{
    private const string AddedFields =
        "&roles=administrator&role=administrator&isAdministrator=true&accountId=00000000-0000-7000-8000-000000000009&subjectId=00000000-0000-7000-8000-000000000009&status=active&version=99&emailConfirmed=true";

    private static IEnumerable<MatrixRow> Forms => Rows.Where(row => row.Form is not null && With(row) == Cookie);

    [Fact]
    public async Task A_form_that_another_site_sends_changes_nothing()
    {
        await using var database = NpgsqlDataSource.Create(identity.ConnectionString);
        var findings = new List<string>();
        foreach (var row in Forms)
        {
            var scene = await QuietSceneAsync(database, Persona.Owner, row);
            var before = await DatabasePrint.TakeAsync(database);

            using var answer = await SendAsync(row with { With = CookieAlone }, Persona.Owner, scene);

            var after = await DatabasePrint.TakeAsync(database);
            findings.AddRange(after.Where(table => before[table.Key] != table.Value).Select(table => $"{row.Name} ({(int)answer.StatusCode}) changed {table.Key}"));
        }
        Assert.Empty(findings);
    }

    [Fact]
    public async Task No_field_that_somebody_adds_to_a_form_makes_anybody_more_than_they_are()
    {
        await using var database = NpgsqlDataSource.Create(identity.ConnectionString);
        foreach (var row in Forms.Append(Rows.Single(row => row.Name == "ExchangeToken")))
        {
            var scene = await QuietSceneAsync(database, Persona.Owner, row);
            var before = await RolesAsync();

            using var answer = await SendAsync(row with { Form = row.Form + AddedFields }, Persona.Owner, scene);

            var gained = (await RolesAsync()).Except(before).Where(account => !account.EndsWith("{client}", StringComparison.Ordinal)
                // What the invitation says, and no more.
                && !(row.Endpoint == "AcceptInvitation" && account.EndsWith("{nurse}", StringComparison.Ordinal))).ToList();
            Assert.True(gained.Count == 0, $"{row.Name} ({(int)answer.StatusCode}) gave {string.Join(", ", gained)}");
            if (row.Endpoint == "ExchangeToken")
            {
                var given = await answer.ReadAsync<Tokens>();
                Assert.Equal(Persona.Owner.Role, new JsonWebToken(given.Access_token).GetClaim("role").Value);
            }
        }
    }

    private async Task<string[]> RolesAsync() =>
        await identity.ScalarAsync<string[]>("select array_agg(id || ' ' || roles::text) from identity.account") ?? [];
}
