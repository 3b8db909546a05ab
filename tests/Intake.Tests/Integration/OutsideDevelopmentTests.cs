using System.Net.Http.Json;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

/// <summary>Outside Development nobody answers a questionnaire in the project's own words.</summary>
[Trait("Needs", "servers")]
public sealed class OutsideDevelopmentTests(ProductionHost intake) : IClassFixture<ProductionHost>
{
    [Fact]
    public async Task An_instrument_without_its_exact_wording_cannot_be_answered_and_the_packet_says_so()
    {
        var client = intake.NewClient();
        var id = Guid.CreateVersion7();

        await client.Http.PutAsJsonAsync($"/intake/v1/responses/{id}", new { instrument = "phq-9", version = 1, answers = Answers.All("phq-9", 1) }, TestContext.Current.CancellationToken)
            .ProblemAsync(409, "instrument-wording-not-loaded");

        var packet = await client.Http.GetAsync("/intake/v1/packet", TestContext.Current.CancellationToken).ReadAsync<JsonElement>();
        Assert.All(packet.GetProperty("instruments").EnumerateArray(), part => Assert.False(part.GetProperty("available").GetBoolean()));
        await client.Http.PostOnceAsync("/intake/v1/packet/submit").ProblemAsync(409, "packet-incomplete");
    }

    [Fact]
    public async Task Errors_name_the_field_there_too()
    {
        var problem = await intake.Anonymous.PostOnceAsync("/intake/v1/inquiries", new { name = 1 }).ProblemAsync(400, "invalid");

        Assert.Equal(["name"], problem.Errors.Keys);
    }
}

public sealed class ProductionHost : IntakeHost
{
    public ProductionHost() => Settings["environment"] = "Production";
}
