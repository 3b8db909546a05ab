using System.Net;
using System.Text.Json.Nodes;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.Identity.Tests.Staff;

[Trait("Needs", "servers")]
public sealed class InvitingStaffTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    private readonly string email = NewPerson.Somebody().Email;

    [Fact]
    public async Task An_address_with_an_account_is_answered_in_words_and_nothing_is_added()
    {
        var administrator = await host.EmployAsync("administrator");
        var colleague = await host.EmployAsync("nurse");

        var answer = await administrator.Http.PostOnceAsync(Practice.Invitations, Practice.Invited(colleague.Email, "administrator"));

        var problem = await answer.ReadAsync<JsonObject>(HttpStatusCode.Conflict);
        Assert.EndsWith(":address-has-account", problem["type"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("give it the roles", problem["detail"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(colleague.Id, problem["accountId"]!.GetValue<Guid>());
        Assert.Equal("nurse", await host.RolesAsync(colleague.Id));
        Assert.Equal("Refusal", await host.AuditedAsync(colleague.Id, "InviteStaff"));
        Assert.DoesNotContain(host.Post.To(colleague.Email), letter => letter.Subject == Practice.InvitationLetter);
    }

    [Fact]
    public async Task Two_administrators_who_invite_the_same_person_at_once_send_one_letter()
    {
        var (one, other) = (await host.EmployAsync("administrator"), await host.EmployAsync("administrator"));

        var answers = await Task.WhenAll(new[] { one, other }.Select(
            administrator => administrator.Http.PostOnceAsync(Practice.Invitations, Practice.Invited(email, "nurse"))));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());
        await one.Http.PostOnceAsync(Practice.Invitations, Practice.Invited(email, "nurse")).ProblemAsync(409, "already-invited");
        await host.InvitationToAsync(email);
        Assert.Equal(1L, await host.ScalarAsync<long>("SELECT count(*) FROM identity.mail WHERE owner_id IN (SELECT id FROM identity.staff_invitation WHERE email_index IS NOT NULL)"
            + $" AND owner_id = (SELECT id FROM identity.staff_invitation WHERE invited_by IN ('{one.Id}', '{other.Id}'))"));
    }

    [Fact]
    public async Task A_letter_that_is_sent_again_takes_the_place_of_the_earlier_one()
    {
        var administrator = await host.EmployAsync("administrator");
        var (id, first) = await host.InviteAsync(administrator, email, "nurse");
        await host.ScalarAsync<int>($"UPDATE identity.staff_invitation SET expires_at = now() - interval '1 minute' WHERE id = '{id}'");
        Assert.Contains("send it again", await host.NewBrowser().OpenAsync(first).TextAsync(HttpStatusCode.Gone), StringComparison.Ordinal);

        await administrator.Http.PostOnceAsync($"{Practice.Invitations}/{id}/send-again").ExpectAsync(HttpStatusCode.OK);

        await Eventually.EqualAsync(2, () => Task.FromResult(host.Post.To(email).Count()));
        Assert.Contains("a newer letter", await host.NewBrowser().OpenAsync(first).TextAsync(HttpStatusCode.NotFound), StringComparison.Ordinal);
        await host.NewBrowser().AcceptAsync(await host.InvitationToAsync(email)).ExpectAsync(HttpStatusCode.Redirect);
        await administrator.Http.PostOnceAsync($"{Practice.Invitations}/{id}/send-again").ProblemAsync(409, "invitation-over");
        Assert.Equal("Write Refusal", await host.AuditedAsync(id, "SendInvitationAgain"));
    }

    [Fact]
    public async Task An_invitation_that_is_withdrawn_says_so_and_the_address_can_be_invited_again()
    {
        var administrator = await host.EmployAsync("administrator");
        var (id, link) = await host.InviteAsync(administrator, email, "nurse");

        await administrator.Http.PostOnceAsync($"{Practice.Invitations}/{id}/withdraw").ExpectAsync(HttpStatusCode.NoContent);
        await administrator.Http.PostOnceAsync($"{Practice.Invitations}/{id}/withdraw").ExpectAsync(HttpStatusCode.NoContent);

        Assert.Contains("has withdrawn", await host.NewBrowser().OpenAsync(link).TextAsync(HttpStatusCode.Gone), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await ListedAsync(administrator));
        await administrator.Http.PostOnceAsync(Practice.Invitations, Practice.Invited(email, "nurse")).ExpectAsync(HttpStatusCode.Created);
        Assert.Equal("Write Write", await host.AuditedAsync(id, "WithdrawInvitation"));
    }

    [Fact]
    public async Task Who_is_invited_and_has_not_answered_is_listed()
    {
        var administrator = await host.EmployAsync("administrator");
        var (open, _) = await host.InviteAsync(administrator, email, "nurse");
        var accepted = await host.InviteAsync(administrator, NewPerson.Somebody().Email, "nurse");
        await host.NewBrowser().AcceptAsync(accepted.Link).ExpectAsync(HttpStatusCode.Redirect);

        var listed = await ListedAsync(administrator);

        Assert.Contains(open, listed);
        Assert.DoesNotContain(accepted.Id, listed);
        Assert.Equal("Read", await host.AuditedAsync(open, "ListInvitations"));
    }

    [Fact]
    public async Task Only_administrators_invite_and_only_while_they_are_administrators()
    {
        foreach (var role in new[] { "client", "prescriber", "operator", "editor" })
        {
            var other = await host.EmployAsync(role);
            await other.Http.PostOnceAsync(Practice.Invitations, Practice.Invited(email, "nurse")).ProblemAsync(403, "not-allowed");
            await other.Http.GetAsync(Practice.Invitations, TestContext.Current.CancellationToken).ProblemAsync(403, "not-allowed");
        }
        var once = await host.EmployAsync("administrator");
        await host.ScalarAsync<int>($"UPDATE identity.account SET roles = '{{nurse}}' WHERE id = '{once.Id}'");

        await once.Http.PostOnceAsync(Practice.Invitations, Practice.Invited(email, "nurse")).ProblemAsync(403, "not-allowed");
        Assert.Empty(host.Post.To(email));
    }

    [Fact]
    public async Task What_an_administrator_has_invited_goes_with_their_access()
    {
        var (administrator, leaving) = (await host.EmployAsync("administrator"), await host.EmployAsync("administrator"));
        var (_, link) = await host.InviteAsync(leaving, email, "administrator");

        await administrator.Http.PostOnceAsync($"{leaving.Address}/disable").ExpectAsync(HttpStatusCode.OK);

        await host.NewBrowser().OpenAsync(link).ExpectAsync(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("""{"email":"not an address","name":"Robin","roles":["nurse"]}""")]
    [InlineData("""{"email":"a@example.org\r\nBcc: b@example.org","name":"Robin","roles":["nurse"]}""")]
    [InlineData("""{"email":"a@example.org","name":"   ","roles":["nurse"]}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin\u0000","roles":["nurse"]}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin","roles":[]}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin"}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin","roles":["client"]}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin","roles":["superuser"]}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin","roles":[7]}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin","roles":["nurse"],"id":"00000000-0000-7000-8000-000000000009"}""")]
    [InlineData("""{"email":"a@example.org","name":"Robin","roles":["nurse"],"invitedBy":null}""")]
    public async Task What_cannot_be_right_is_refused(string body)
    {
        var administrator = await host.EmployAsync("administrator");

        await administrator.Http.PostOnceAsync(Practice.Invitations, JsonNode.Parse(body)).ProblemAsync(400, "invalid");
        Assert.Empty(host.Post.To("a@example.org"));
    }

    [Fact]
    public async Task Neither_the_log_nor_a_table_says_who_is_invited_nor_holds_the_link()
    {
        var (_, link) = await host.InviteAsync(await host.EmployAsync("administrator"), email, "nurse");
        var token = link.Split("token=")[1];
        await host.NewBrowser().OpenAsync(link).ExpectAsync(HttpStatusCode.OK);

        var stored = await host.ScalarAsync<string>("""
            SELECT (SELECT string_agg(i::text, ' ') FROM identity.staff_invitation i) || (SELECT string_agg(m::text, ' ') FROM identity.mail m)
              || (SELECT string_agg(e::text, ' ') FROM audit.event e) || (SELECT string_agg(s::text, ' ') FROM identity.stored_answer s)
            """);
        foreach (var said in new[] { email, "Robin Vale", token })
        {
            Assert.DoesNotContain(said, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(said, host.Log.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task<List<Guid>> ListedAsync(Member administrator)
    {
        var list = await administrator.Http.GetAsync(Practice.Invitations, TestContext.Current.CancellationToken).ReadAsync<JsonObject>();
        return [.. list["items"]!.AsArray().Select(item => item!["id"]!.GetValue<Guid>())];
    }
}
