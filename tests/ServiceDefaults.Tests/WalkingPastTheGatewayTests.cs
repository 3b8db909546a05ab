using System.Net;
using System.Net.Http.Headers;
using Journease.ServiceDefaults.Gateway;
using Journease.ServiceDefaults.Tests.Notes;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.Extensions.Configuration;

namespace Journease.ServiceDefaults.Tests;

public sealed class WalkingPastTheGatewayTests(NotesService notes) : IClassFixture<NotesService>
{
    private static readonly Uri Note = new($"/notes/v1/notes/{Guid.CreateVersion7()}", UriKind.Relative);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_is_answered_not_even_where_anybody_may_read()
    {
        await notes.PastTheGateway.GetAsync(Note, Ct).ProblemAsync(403, "not-through-the-gateway");
        await notes.PastTheGateway.GetAsync(new Uri("/notes/v1/openapi.json", UriKind.Relative), Ct).ProblemAsync(403, "not-through-the-gateway");
        await notes.Anonymous.GetAsync(Note, Ct).ProblemAsync(404, "not-found");
    }

    [Theory]
    [InlineData("")]
    [InlineData("guessed")]
    [InlineData(TestGateway.Secret + "x")]
    public async Task A_guessed_secret_is_refused(string guess)
    {
        using var client = notes.PastTheGateway;
        client.DefaultRequestHeaders.Add(GatewaySecret.Header, guess);

        await client.GetAsync(Note, Ct).ProblemAsync(403, "not-through-the-gateway");
    }

    [Fact]
    public async Task The_right_secret_beside_a_wrong_one_is_refused()
    {
        using var client = notes.PastTheGateway;
        client.DefaultRequestHeaders.Add(GatewaySecret.Header, [TestGateway.Secret, "other"]);

        await client.GetAsync(Note, Ct).ProblemAsync(403, "not-through-the-gateway");
    }

    [Fact]
    public async Task A_persons_token_is_no_way_past_and_a_services_is()
    {
        await AskAsync(TestTokens.For(Guid.CreateVersion7(), "notes", "operator")).ProblemAsync(403, "not-through-the-gateway");
        await AskAsync(TestTokens.ForService("another")).ProblemAsync(403, "not-through-the-gateway");
        await AskAsync(TestTokens.ForService("notes")).ProblemAsync(404, "not-found");
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_needs_no_secret(string path) =>
        await notes.PastTheGateway.GetAsync(new Uri(path, UriKind.Relative), Ct).ExpectAsync(HttpStatusCode.OK);

    [Theory]
    [InlineData(null)]
    [InlineData("short")]
    public void A_service_without_a_good_secret_does_not_start(string? configured)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Gateway:Secret"] = configured }).Build();

        var refused = Assert.Throws<WrongConfigurationException>(() => new GatewaySecret(configuration));

        Assert.Contains("Gateway__Secret", refused.Message, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> AskAsync(string token)
    {
        var client = notes.PastTheGateway;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client.GetAsync(Note, Ct);
    }
}
