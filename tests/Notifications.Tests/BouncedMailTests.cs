using System.Text;
using Journease.Notifications.Delivery;
using Journease.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Notifications.Tests;

/// <summary>Reports of mail servers that a letter could not be delivered after all.</summary>
[Trait("Needs", "servers")]
public sealed class BouncedMailTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    private const string Domain = "journease.example";

    [Theory]
    [InlineData("text/rfc822-headers")]
    [InlineData("message/rfc822")]
    public async Task A_letter_that_came_back_is_noted_once_and_the_person_is_told_in_the_portal(string returned)
    {
        var person = await notifications.AwakePersonAsync();
        await notifications.DeliverAsync(NotificationsHost.Booked(person.Account));
        _ = notifications.Server;
        var letter = await notifications.Post.LetterToAsync(person.Email);
        await notifications.NothingIsOnItsWayAsync();
        Assert.False((await ReachAsync(person)).CouldNotReachByEmail);

        Assert.True(await NoteAsync(Report(letter.Id, returned)));
        var first = await ReachAsync(person);
        Assert.True(await NoteAsync(Report(letter.Id, returned)));

        Assert.True(first.CouldNotReachByEmail);
        Assert.Equal(first.Since, (await ReachAsync(person)).Since);
        Assert.Equal("5.1.1", await notifications.ScalarAsync<string>($"select bounce_code from notifications.mail where owner_id = '{person.Account}'"));
    }

    [Fact]
    public async Task Anything_else_is_not_about_a_letter_of_ours()
    {
        var unknown = $"{Guid.CreateVersion7():N}@{Domain}";

        Assert.False(await NoteAsync(Report(unknown)));
        Assert.False(await NoteAsync(Report($"{Guid.CreateVersion7():N}@elsewhere.example")));
        Assert.False(await NoteAsync(Report(unknown, action: "delayed")));
        Assert.False(await NoteAsync(Report("nonsense")));
        Assert.False(await NoteAsync("Subject: on holiday\n\nBack on Monday."));
        Assert.False(await NoteAsync(""));
        Assert.False(await NoteAsync("\0\u0001 not mail at all"));
    }

    private static string Report(string id, string returned = "text/rfc822-headers", string action = "failed") => $"""
        From: MAILER-DAEMON@mx.example
        To: no-reply@{Domain}
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; somebody@people.example
        Action: {action}
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 no such user

        --b
        Content-Type: {returned}

        Message-ID: <{id}>
        Subject: You have a message from Journease

        --b--

        """.ReplaceLineEndings("\r\n");

    private async Task<bool> NoteAsync(string report)
    {
        await using var scope = notifications.Services.CreateAsyncScope();
        var verb = scope.ServiceProvider.GetServices<ServiceDefaults.Verbs.IVerb>().OfType<NoteBounces>().Single();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(report));
        return await verb.NoteAsync(content, TestContext.Current.CancellationToken);
    }

    private Task<ReadReach.Response> ReachAsync(Somebody person) => notifications.PersonFor(person.Account)
        .GetAsync(new Uri("/notifications/v1/reach", UriKind.Relative), TestContext.Current.CancellationToken).ReadAsync<ReadReach.Response>();
}
