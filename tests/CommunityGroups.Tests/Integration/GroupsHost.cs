using System.Net;
using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Memberships;
using Journease.CommunityGroups.Posts;
using Journease.Testing;
using Journease.Testing.Services;

namespace Journease.CommunityGroups.Tests.Integration;

/// <summary>The community-groups service with circles, facilitators and members at hand.</summary>
public sealed class GroupsHost() : ServiceHost<Program>("groups")
{
    public const string Circles = "/groups/v1/circles";

    public HttpClient NewPerson() => ClientFor(Guid.CreateVersion7(), "client");

    public HttpClient NewFacilitator() => ClientFor(Guid.CreateVersion7(), "facilitator");

    public static object CircleNamed(string name, int capacity = 12) =>
        new { name, about = "About it.", guidelines = "Be kind.", topics = new[] { "sleep-disturbance" }, capacity };

    /// <summary>A new circle, as an address, and its facilitator.</summary>
    public async Task<(string Circle, HttpClient Facilitator)> CircleAsync(int capacity = 12)
    {
        var facilitator = NewFacilitator();
        return (await OpenAsync(facilitator, capacity), facilitator);
    }

    /// <summary>A new circle of this facilitator, as an address.</summary>
    public static async Task<string> OpenAsync(HttpClient facilitator, int capacity = 12)
    {
        var opened = await facilitator.PostOnceAsync(Circles, CircleNamed($"Circle {Guid.CreateVersion7():N}", capacity))
            .ReadAsync<OpenCircle.Response>(HttpStatusCode.Created);
        return $"{Circles}/{opened.CircleId}";
    }

    internal static Task<RequestMembership.Response> RequestAsync(HttpClient person, string circle, string pseudonym) =>
        person.PostOnceAsync($"{circle}/memberships", new { pseudonym }).ReadAsync<RequestMembership.Response>(HttpStatusCode.Created);

    public static Task<HttpResponseMessage> ApproveAsync(HttpClient facilitator, string circle, Guid membership) =>
        facilitator.PostOnceAsync($"{circle}/memberships/{membership}/approve");

    /// <summary>A person who was let in under this name.</summary>
    public async Task<(HttpClient Person, Guid MembershipId)> MemberAsync(string circle, HttpClient facilitator, string pseudonym)
    {
        var person = NewPerson();
        var asked = await RequestAsync(person, circle, pseudonym);
        await ApproveAsync(facilitator, circle, asked.MembershipId).ExpectAsync(HttpStatusCode.OK);
        return (person, asked.MembershipId);
    }

    public static Task<HttpResponseMessage> WriteAsync(HttpClient person, string circle, string text) =>
        person.PostOnceAsync($"{circle}/posts", new { text });

    internal static Task<ListPosts.Response> PostsAsync(HttpClient person, string circle, string query = "") =>
        GetAsync(person, $"{circle}/posts{query}").ReadAsync<ListPosts.Response>();

    public static Task<HttpResponseMessage> GetAsync(HttpClient person, string path) => person.GetAsync(new Uri(path, UriKind.Relative));
}
