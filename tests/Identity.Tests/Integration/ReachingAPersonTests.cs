using System.Net;
using System.Net.Http.Headers;
using Journease.Identity.Accounts;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

/// <summary>How a person is reached, as identity tells services with a token that it issued, and nobody else.</summary>
[Trait("Needs", "servers")]
public sealed class ReachingAPersonTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_learns_the_address_zone_and_language_of_an_account_and_nothing_of_one_that_is_not_there()
    {
        await host.SeedAsync();
        using var service = await ServiceAsync();

        var contact = await service.GetAsync(Contact(IdentityHost.ClientAccount), Stop).ReadAsync<ReadContact.Response>();

        Assert.Equal("client@demo.journease.example", contact.Email);
        Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(contact.TimeZone, out _));
        Assert.NotEmpty(contact.Language);
        await service.GetAsync(Contact(Guid.CreateVersion7()), Stop).ExpectAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_person_learns_it_not_even_of_themselves()
    {
        await host.SeedAsync();
        using var nobody = host.NewProgram();
        using var person = host.NewProgram();
        var flow = SignInFlow.Mobile();
        var tokens = await flow.ExchangeAsync(person, await flow.CodeAsync(host.NewBrowser(), "client@demo.journease.example")).ReadAsync<Tokens>();
        person.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access_token);

        await nobody.GetAsync(Contact(IdentityHost.ClientAccount), Stop).ExpectAsync(HttpStatusCode.Unauthorized);
        await person.GetAsync(Contact(IdentityHost.ClientAccount), Stop).ExpectAsync(HttpStatusCode.Forbidden);
    }

    private static Uri Contact(Guid account) => new($"/identity/v1/people/{account}/contact", UriKind.Relative);

    private async Task<HttpClient> ServiceAsync()
    {
        var program = host.NewProgram();
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "journease-service-intake",
            ["client_secret"] = IdentityHost.IntakeSecret,
            ["scope"] = "identity",
        });
        var tokens = await program.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form).ReadAsync<Tokens>();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access_token);
        return program;
    }
}
