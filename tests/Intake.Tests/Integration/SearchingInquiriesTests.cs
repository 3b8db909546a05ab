using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Intake.Tests.Integration;

/// <summary>Finding somebody although nothing about them can be read in the database.</summary>
[Trait("Needs", "servers")]
public sealed class SearchingInquiriesTests(IntakeHost intake) : IClassFixture<IntakeHost>
{
    [Theory]
    [InlineData("robin@Example.org")]
    [InlineData(" ROBIN@example.org ")]
    public async Task By_the_whole_address_whatever_its_case(string asked)
    {
        var id = await ReceivedAsync("Robin Öztürk", "email", "robin@example.org");
        await ReceivedAsync("Robin Other", "email", "robin@example.com");

        Assert.Equal(id, (await SearchAsync(new { contact = asked }))[0].GetProperty("inquiryId").GetGuid());
        Assert.All(await SearchAsync(new { contact = asked }), line => Assert.Equal("robin@example.org", line.GetProperty("contact").GetString()));
    }

    [Fact]
    public async Task By_the_whole_number_however_it_is_written()
    {
        var number = $"555 {Random.Shared.Next(1_000_000, 9_999_999)}";
        var id = await ReceivedAsync("Kim", "text-message", number);

        var found = Assert.Single(await SearchAsync(new { contact = $"({number[..3]}) {number[4..7]}-{number[7..]}" }));

        Assert.Equal((id, "Kim", number), (found.GetProperty("inquiryId").GetGuid(), found.GetProperty("name").GetString(), found.GetProperty("contact").GetString()));
        Assert.Empty(await SearchAsync(new { contact = number[..8] }));
    }

    [Fact]
    public async Task By_words_of_the_name_all_of_which_must_be_there()
    {
        var last = $"Ö{Guid.CreateVersion7():N}";
        var id = await ReceivedAsync($"Anna-Lena {last}", "email", "anna@example.org");

        Assert.Equal(id, Assert.Single(await SearchAsync(new { name = $"lena O{last[1..].ToUpperInvariant()}" })).GetProperty("inquiryId").GetGuid());
        Assert.Empty(await SearchAsync(new { name = $"Robin {last}" }));
        Assert.Empty(await SearchAsync(new { name = last[..8] }));
        Assert.Empty(await SearchAsync(new { name = "..." }));
    }

    [Fact]
    public async Task Only_coordinators_search_and_they_say_what_for()
    {
        await PostAsync(intake.Anonymous, new { name = "Robin" }).ProblemAsync(401);
        await PostAsync(intake.NewClient().Http, new { name = "Robin" }).ProblemAsync(403);
        await PostAsync(intake.Prescriber, new { name = "Robin" }).ProblemAsync(403);
        await PostAsync(intake.Coordinator, new { }).ProblemAsync(400, "invalid");
        await PostAsync(intake.Coordinator, new { name = "Robin", contact = "robin@example.org" }).ProblemAsync(400, "invalid");
    }

    private async Task<Guid> ReceivedAsync(string name, string contactWay, string contact) =>
        (await intake.Anonymous.PostOnceAsync("/intake/v1/inquiries", new { name, message = "Hello", contactWay, contact })
            .ReadAsync<JsonElement>(HttpStatusCode.Created)).GetProperty("inquiryId").GetGuid();

    private async Task<IReadOnlyList<JsonElement>> SearchAsync(object asked) =>
        [.. (await PostAsync(intake.Coordinator, asked).ReadAsync<JsonElement>()).GetProperty("inquiries").EnumerateArray()];

    private static Task<HttpResponseMessage> PostAsync(HttpClient caller, object asked) =>
        caller.PostAsJsonAsync("/intake/v1/inquiries/search", asked, TestContext.Current.CancellationToken);
}
