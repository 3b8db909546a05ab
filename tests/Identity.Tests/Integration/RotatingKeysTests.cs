using System.Net;
using System.Text.Json;
using Journease.Identity.Keys;
using Journease.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class RotatingKeysTests(RotatingKeysTests.Host host) : IClassFixture<RotatingKeysTests.Host>, IAsyncLifetime
{
    private const string Person = "client@demo.journease.example";

    [Fact]
    public async Task A_new_key_is_published_first_then_signs_and_nothing_issued_before_is_lost()
    {
        await using var service = await ReadingService.StartAsync(host.Identity);
        var flow = SignInFlow.Mobile();
        using var program = host.Identity.NewProgram();
        var old = await flow.ExchangeAsync(program, await flow.CodeAsync(host.Identity.NewBrowser(), Person)).ReadAsync<Tokens>();
        var oldKey = new JsonWebToken(old.Access_token).Kid;
        Assert.Equal(HttpStatusCode.OK, await service.AnswersAsync(old.Access_token));
        var published = await PublishedAsync(program);

        await RotateAsync();
        await Eventually.TrueAsync(async () => (await PublishedAsync(program)).Count == published.Count + 1);
        var meanwhile = await flow.RefreshAsync(program, old.Refresh_token!).ReadAsync<Tokens>();
        Assert.Equal(oldKey, new JsonWebToken(meanwhile.Access_token).Kid); // its time has not come

        await LetADayPassAsync();
        var newKey = (await PublishedAsync(program)).Except(published).Single();
        var fresh = meanwhile;
        await Eventually.TrueAsync(async () =>
        {
            fresh = await flow.RefreshAsync(program, fresh.Refresh_token!).ReadAsync<Tokens>();
            return new JsonWebToken(fresh.Access_token).Kid == newKey;
        });

        await Eventually.EqualAsync(HttpStatusCode.OK, () => service.AnswersAsync(fresh.Access_token)); // reads the keys again by itself
        Assert.Equal(HttpStatusCode.OK, await service.AnswersAsync(old.Access_token));
        Assert.Contains(oldKey, await PublishedAsync(program));
    }

    [Fact]
    public async Task Two_rotations_at_once_make_one_key()
    {
        var before = await CountAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => InScopeAsync(rotation => rotation.RotateAsync(CancellationToken.None))));

        Assert.Equal(2, made.Sum()); // one that signs, one that seals
        Assert.Equal(before + 2, await CountAsync());
    }

    [Fact]
    public async Task Keys_follow_each_other_by_age_and_go_when_nothing_needs_them()
    {
        await InScopeAsync(rotation => rotation.RotateAsync(CancellationToken.None));
        var before = await CountAsync();
        await host.Identity.ScalarAsync<int>("UPDATE identity.server_key SET created_at = created_at - interval '91 days', used_from = used_from - interval '95 days'");

        Assert.Equal(2, await InScopeAsync(rotation => rotation.RotateByAgeAsync(CancellationToken.None)));

        // One in use and its successor, for each purpose: all that had a successor for longer than a token lasts are gone.
        Assert.InRange(await CountAsync(), 4, before);
        Assert.Equal(0, await InScopeAsync(rotation => rotation.RotateByAgeAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Keys_that_somebody_may_know_are_worth_nothing_any_more()
    {
        var flow = SignInFlow.Mobile();
        using var program = host.Identity.NewProgram();
        var old = await flow.ExchangeAsync(program, await flow.CodeAsync(host.Identity.NewBrowser(), Person)).ReadAsync<Tokens>();
        var published = await PublishedAsync(program);

        await InScopeAsync(rotation => new RotateKeys(rotation).RunAsync(["--compromised"], CancellationToken.None));
        await host.Identity.Services.GetRequiredService<ServerKeys>().LoadAsync(CancellationToken.None);

        Assert.Empty((await PublishedAsync(program)).Intersect(published));
        await flow.RefreshAsync(program, old.Refresh_token!).ExpectAsync(HttpStatusCode.BadRequest);
        await using var service = await ReadingService.StartAsync(host.Identity);
        Assert.Equal(HttpStatusCode.Unauthorized, await service.AnswersAsync(old.Access_token));
        var fresh = await flow.ExchangeAsync(program, await flow.CodeAsync(host.Identity.NewBrowser(), Person)).ReadAsync<Tokens>();
        Assert.Equal(HttpStatusCode.OK, await service.AnswersAsync(fresh.Access_token));
    }

    private Task<int> RotateAsync() => InScopeAsync(async rotation =>
        await new RotateKeys(rotation).RunAsync([], CancellationToken.None));

    private async Task<T> InScopeAsync<T>(Func<KeyRotation, Task<T>> act)
    {
        await using var scope = host.Identity.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<KeyRotation>());
    }

    private Task<int> LetADayPassAsync() => host.Identity.ScalarAsync<int>("UPDATE identity.server_key SET used_from = used_from - interval '25 hours'");

    private Task<long> CountAsync() => host.Identity.ScalarAsync<long>("SELECT count(*) FROM identity.server_key");

    private static async Task<List<string>> PublishedAsync(HttpClient program)
    {
        var keys = await program.GetAsync(new Uri("/identity/.well-known/jwks", UriKind.Relative), TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    // Whatever keys another test made are in use.
    public async ValueTask InitializeAsync()
    {
        await host.Identity.SeedAsync();
        await LetADayPassAsync();
        await host.Identity.Services.GetRequiredService<ServerKeys>().LoadAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>An identity that reads its keys again without letting a test wait.</summary>
    public sealed class Host : IAsyncLifetime
    {
        public IdentityHost Identity { get; } = new() { Settings = { ["Keys:ReadEvery"] = "00:00:00.1" } };

        public ValueTask InitializeAsync() => Identity.InitializeAsync();

        public ValueTask DisposeAsync() => Identity.DisposeAsync();
    }
}
