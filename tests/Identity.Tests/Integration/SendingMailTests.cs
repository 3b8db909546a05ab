using System.Net;
using Journease.Testing;

namespace Journease.Identity.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class SendingMailTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_letter_is_text_and_html_with_a_neutral_subject_and_its_content_is_gone_once_it_is_sent()
    {
        var person = NewPerson.Somebody();
        await person.AskAsync(host.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);

        var letter = await host.Post.LetterToAsync(person.Email);

        Assert.Equal("Confirm your e-mail address", letter.Subject);
        Assert.Contains("\"Journease\" <no-reply@journease.example>", letter.From, StringComparison.Ordinal);
        Assert.Contains("24 hours", letter.Text, StringComparison.Ordinal);
        Assert.Contains("<a href=", letter.Html, StringComparison.Ordinal);
        foreach (var word in new[] { "ketamine", "trauma", "therapy", "treatment", "clinic" })
        {
            Assert.DoesNotContain(word, letter.Subject + letter.Text + letter.Html, StringComparison.OrdinalIgnoreCase);
        }
        var id = Guid.Parse(letter.Id.Split('@')[0]);
        await Eventually.EqualAsync(1L, () => host.ScalarAsync<long>($"SELECT count(*) FROM identity.mail WHERE id = '{id}' AND sent_at IS NOT NULL AND content IS NULL"));
    }

    [Fact]
    public async Task A_sender_that_dies_between_sending_and_noting_it_sends_once_more_and_says_so_and_not_a_third_time()
    {
        await using var dying = new IdentityHost();
        dying.Settings["Mail:ClaimedFor"] = "00:00:00.3";
        await dying.InitializeAsync();
        // As if the process were gone at that moment: what it would have written down does not come about.
        await dying.ScalarAsync<int>("""
            CREATE FUNCTION gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone'; END $$;
            CREATE TRIGGER gone BEFORE UPDATE ON identity.mail FOR EACH ROW WHEN (NEW.sent_at IS NOT NULL) EXECUTE FUNCTION gone();
            """);
        var person = NewPerson.Somebody();

        await person.AskAsync(dying.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);

        await Eventually.EqualAsync(1L, () => dying.ScalarAsync<long>("SELECT count(*) FROM identity.mail WHERE given_up_at IS NOT NULL AND last_failure = 'interrupted' AND content IS NULL"));
        Assert.Equal(2, dying.Post.To(person.Email).Count());
        Assert.Single(dying.Post.To(person.Email).Select(letter => letter.Id).Distinct());
        Assert.Contains("may arrive twice", dying.Log.ToString(), StringComparison.Ordinal);
        Assert.Contains("was given up", dying.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_tried_again_and_the_person_does_not_wait_for_it()
    {
        await using var alone = new IdentityHost();
        alone.Settings["ConnectionStrings:mail"] = "smtp://127.0.0.1:1";
        await alone.InitializeAsync();

        await NewPerson.Somebody().AskAsync(alone.NewBrowser()).ExpectAsync(HttpStatusCode.Redirect);

        await Eventually.EqualAsync(1L, () => alone.ScalarAsync<long>(
            "SELECT count(*) FROM identity.mail WHERE attempts = 1 AND last_failure IS NOT NULL AND sent_at IS NULL AND content IS NOT NULL AND available_at > now() + interval '10 seconds'"));
    }

    [Fact]
    public async Task Two_replicas_send_each_letter_once()
    {
        _ = host.Replica().Services;
        var people = Enumerable.Range(0, 15).Select(_ => NewPerson.Somebody()).ToList();

        await Task.WhenAll(people.Select(person => person.AskAsync(host.NewBrowser())));

        await Eventually.EqualAsync(0L, () => host.ScalarAsync<long>("SELECT count(*) FROM identity.mail WHERE sent_at IS NULL"));
        Assert.All(people, person => Assert.Single(host.Post.To(person.Email)));
    }
}
