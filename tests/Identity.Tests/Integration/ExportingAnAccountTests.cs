using System.Net;
using System.Net.Http.Headers;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Testing;
using Task = System.Threading.Tasks.Task;

namespace Journease.Identity.Tests.Integration;

/// <summary>What identity gives for a person's copy of everything, to services with a token that it issued.</summary>
[Trait("Needs", "servers")]
public sealed class ExportingAnAccountTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private static readonly Uri Export = new($"/identity/v1/people/{IdentityHost.ClientAccount}/export", UriKind.Relative);

    [Fact]
    public async Task A_service_gets_what_the_account_says_about_its_person()
    {
        await host.SeedAsync();
        using var service = await ServiceAsync("identity");

        var answer = await service.GetAsync(Export, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);

        var bundle = FhirR4.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var patient = Assert.Single(bundle.Entry.Select(entry => entry.Resource).OfType<Patient>());
        Assert.Equal((IdentityHost.ClientAccount.ToString(), "client@demo.journease.example"), (patient.Id, patient.Telecom[0].Value));
        Assert.Contains(patient.Name[0].Text!, Words.Of(patient)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        await host.SeedAsync();
        using var otherAudience = await ServiceAsync("scheduling");
        using var nobody = host.NewProgram();
        using var person = host.NewProgram();
        var flow = SignInFlow.Mobile();
        var tokens = await flow.ExchangeAsync(person, await flow.CodeAsync(host.NewBrowser(), "client@demo.journease.example")).ReadAsync<Tokens>();
        person.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access_token);

        await nobody.GetAsync(Export, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.Unauthorized);
        await otherAudience.GetAsync(Export, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.Unauthorized);
        await person.GetAsync(Export, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.Forbidden);
    }

    private async Task<HttpClient> ServiceAsync(string scope)
    {
        var program = host.NewProgram();
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "journease-service-intake",
            ["client_secret"] = IdentityHost.IntakeSecret,
            ["scope"] = scope,
        });
        var tokens = await program.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form).ReadAsync<Tokens>();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access_token);
        return program;
    }
}
