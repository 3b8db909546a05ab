using System.Net;
using Journease.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ServerKeyTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private const string Person = "client@demo.journease.example";

    [Fact]
    public async Task Two_replicas_share_keys_codes_refresh_tokens_and_sessions()
    {
        await using var replica = host.Replica();
        var flow = SignInFlow.Mobile();
        using var here = host.NewProgram();
        using var there = IdentityHost.ProgramAt(replica);

        var tokens = await flow.ExchangeAsync(there, await flow.CodeAsync(host.NewBrowser(), Person)).ReadAsync<Tokens>();
        var refreshed = await flow.RefreshAsync(here, tokens.Refresh_token!).ReadAsync<Tokens>();

        Assert.Equal(new JsonWebToken(tokens.Access_token).Kid, new JsonWebToken(refreshed.Access_token).Kid);
        there.DefaultRequestHeaders.Authorization = new("Bearer", refreshed.Access_token);
        await there.GetAsync(new Uri("/identity/connect/userinfo", UriKind.Relative), TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Migrating_again_makes_no_other_keys_and_no_other_clients()
    {
        await host.MigrateAgainAsync();

        Assert.Equal(2L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.server_key"));
        Assert.Equal(3L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.client"));
        Assert.Equal(6L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.scope"));
    }

    [Fact]
    public Task Every_column_has_its_class() => host.EveryColumnHasItsClassAsync();

    [Fact]
    public async Task No_private_key_lies_readable_in_the_database()
    {
        Assert.Equal(0L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.server_key WHERE encode(protected_key, 'escape') LIKE '%PRIVATE%' OR get_byte(protected_key, 0) = 48"));
        Assert.Equal(0L, await host.ScalarAsync<long>($"SELECT count(*) FROM identity.client WHERE client_secret IN ('{IdentityHost.PortalSecret}', '{IdentityHost.IntakeSecret}')"));
    }

    public async ValueTask InitializeAsync() => await host.SeedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
