using System.Net;
using System.Text.Json.Nodes;
using Journease.Identity.Accounts;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Identity.Tests.Staff;

/// <summary>People of a practice, and what administrators do about them.</summary>
internal static class Practice
{
    public const string Invitations = "/identity/v1/invitations";
    public const string Accounts = "/identity/v1/accounts";
    public const string InvitationLetter = "Your invitation to Journease";

    /// <summary>Somebody with these roles and a known password, and a client that carries their token.</summary>
    public static async Task<Member> EmployAsync(this IdentityHost host, params string[] roles)
    {
        var id = Guid.CreateVersion7();
        var email = $"member-{id:N}@example.org";
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenAccount>()
            .NowAsync(new(id, new(email, "Jo Member"), "America/Chicago", "en", roles), NewPerson.Password, TestContext.Current.CancellationToken);
        return new(id, email, host.ClientFor(id, roles));
    }

    public static object Invited(string email, params string[] roles) => new { email, name = "Robin Vale", roles };

    /// <summary>Invites, and returns the invitation's id and the link in the letter.</summary>
    public static async Task<(Guid Id, string Link)> InviteAsync(this IdentityHost host, Member administrator, string email, params string[] roles)
    {
        var answer = await administrator.Http.PostOnceAsync(Invitations, Invited(email, roles)).ReadAsync<JsonObject>(HttpStatusCode.Created);
        return (answer["id"]!.GetValue<Guid>(), await host.InvitationToAsync(email));
    }

    public static async Task<string> InvitationToAsync(this IdentityHost host, string email) =>
        PostBox.LinkIn(await host.Post.LetterToAsync(email, InvitationLetter));

    public static async Task<HttpResponseMessage> AcceptAsync(this Browser browser, string link, string password = NewPerson.Password) =>
        await browser.SendAsync(await browser.OpenAsync(link), new() { ["password"] = password, ["time-zone"] = "America/Chicago" });

    /// <summary>The roles of an account, as they are stored.</summary>
    public static Task<string?> RolesAsync(this IdentityHost host, Guid account) =>
        host.ScalarAsync<string>($"SELECT array_to_string(roles, ' ') FROM identity.account WHERE id = '{account}'");

    /// <summary>The kinds of audit rows about somebody that this act has left.</summary>
    public static Task<string?> AuditedAsync(this IdentityHost host, Guid subject, string act) => host.ScalarAsync<string>(
        $"SELECT string_agg(kind, ' ' ORDER BY at, id) FROM audit.event WHERE subject_id = '{subject}' AND act = '{act}'");

    public static async Task<string> TextAsync(this Task<HttpResponseMessage> page, HttpStatusCode expected)
    {
        var answer = await page.ExpectAsync(expected);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

/// <summary>Somebody who works here.</summary>
internal sealed record Member(Guid Id, string Email, HttpClient Http)
{
    public string Address => $"{Practice.Accounts}/{Id}";
}
