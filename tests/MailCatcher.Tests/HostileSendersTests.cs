using Journease.MailCatcher.Messages;
using Journease.MailCatcher.Smtp;

namespace Journease.MailCatcher.Tests;

/// <summary>Whoever speaks badly, or not at all, is answered or left alone; the next sender is served as always.</summary>
public sealed class HostileSendersTests : IAsyncLifetime
{
    private const string Envelope = "MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n";
    private const string Letter = "Subject: Hello\r\n\r\nHow are you?\r\n.\r\n";

    private readonly CaughtMessages messages = new();
    private SmtpCatcher catcher = null!;

    [Theory]
    [InlineData("a command nobody knows", "XYZZY everything\r\n", "502")]
    [InlineData("an empty line", "\r\n", "502")]
    [InlineData("zero bytes", "\0\0\0\r\n", "502")]
    [InlineData("a recipient first", "RCPT TO:<b@example.org>\r\n", "503")]
    [InlineData("a message first", "DATA\r\n", "503")]
    [InlineData("no brackets", "MAIL FROM:a@example.org\r\n", "501")]
    [InlineData("brackets that never close", "MAIL FROM:<a@example.org\r\n", "501")]
    [InlineData("a greeting of a browser", "GET / HTTP/1.1\r\n", "502")]
    [InlineData("a greeting of TLS", "\u0016\u0003\u0001\u0002\u0000\r\n", "502")]
    public async Task What_makes_no_sense_is_refused_and_the_conversation_goes_on(string what, string said, string answer)
    {
        Assert.NotEmpty(what);
        using var client = await ConnectAsync();

        await client.SayAsync(said);

        Assert.StartsWith(answer, await client.HearAsync(), StringComparison.Ordinal);
        Assert.Equal("250 OK", await client.AskAsync("NOOP"));
        Assert.Empty(messages.All);
    }

    [Fact]
    public async Task Commands_sent_all_at_once_are_answered_one_by_one()
    {
        using var client = await ConnectAsync();

        await client.SayAsync(Envelope + Letter + Envelope + Letter + "QUIT\r\n");

        string?[] said = [.. await HeardAsync(client)];
        Assert.Equal(["250", "250", "354", "250", "250", "250", "354", "250", "221"], said.Select(line => line![..3]));
        Assert.Equal(2, messages.All.Count);
    }

    [Fact]
    public async Task A_dot_at_the_beginning_of_a_line_is_doubled_on_the_way_and_ends_nothing()
    {
        using var client = await ConnectAsync();

        await client.SayAsync(Envelope + "Subject: Dots\r\n\r\n..\r\n..one\r\n...two\r\n.\r\nQUIT\r\n");

        await HeardAsync(client);
        Assert.Equal(".\n.one\n..two\n", Assert.Single(messages.All).Text.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("bare line feeds around the dot", "\n.\n")]
    [InlineData("a bare line feed after the dot", "\r\n.\n")]
    [InlineData("a bare line feed before the dot", "\n.\r\n")]
    [InlineData("a bare carriage return before the dot", "\r.\r\n")]
    public async Task A_message_ends_with_nothing_but_a_dot_between_full_ends_of_line(string what, string almostTheEnd)
    {
        Assert.NotEmpty(what);
        using var client = await ConnectAsync();

        // If it ended here, what follows would be a second message, smuggled inside the first.
        await client.SayAsync(Envelope + "Subject: One\r\n\r\nText" + almostTheEnd + Envelope + "Subject: Two\r\n\r\nSmuggled\r\n.\r\nQUIT\r\n");

        await HeardAsync(client);
        Assert.Equal("One", Assert.Single(messages.All).Subject);
    }

    [Fact]
    public async Task A_line_without_an_end_is_cut_off()
    {
        using var client = await ConnectAsync();

        await client.SayAsync("NOOP " + new string('a', 200_000));

        Assert.Null(await client.HearAsync());
        await OthersAreServedAsync();
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_read_to_its_end_and_refused()
    {
        using var client = await ConnectAsync();
        var line = new string('a', 60_000) + "\r\n";

        await client.SayAsync(Envelope + "Subject: Large\r\n\r\n");
        for (var sent = 0; sent < 11 * 1024 * 1024; sent += line.Length)
        {
            await client.SayAsync(line);
        }
        await client.SayAsync(".\r\nNOOP\r\nQUIT\r\n");

        Assert.Equal(["250", "250", "354", "552", "250", "221"], (await HeardAsync(client)).Select(said => said[..3]));
        Assert.Empty(messages.All);
    }

    [Theory]
    [InlineData("before anything", "")]
    [InlineData("in a command", "MAIL FR")]
    [InlineData("in a message", Envelope + "Subject: Half\r\n\r\nHow a")]
    [InlineData("before the dot", Envelope + "Subject: Half\r\n\r\nHow are you?\r\n")]
    public async Task Whoever_stops_in_the_middle_leaves_nothing_behind(string where, string said)
    {
        Assert.NotEmpty(where);
        using (var client = await ConnectAsync())
        {
            await client.SayAsync(said);
            client.StopTalking();
            await HeardAsync(client);
        }

        Assert.Empty(messages.All);
        await OthersAreServedAsync();
    }

    [Fact]
    public async Task Many_who_say_nothing_keep_nobody_waiting()
    {
        var silent = new List<SmtpClientOfTests>();
        for (var one = 0; one < 200; one++)
        {
            silent.Add(await ConnectAsync());
        }

        await OthersAreServedAsync();

        silent.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("no header at all")]
    [InlineData("Subject: =?utf-8?q?=ZZ=?=\r\n\r\n=ZZ")]
    [InlineData("Content-Type: multipart/mixed; boundary=\r\n\r\n--\r\n--")]
    [InlineData("Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n")]
    [InlineData("Content-Transfer-Encoding: base64\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n\u00ff\u0000====")]
    [InlineData("From: <<<>>>\r\nTo: ,,,;;;\r\nMessage-ID: <\r\nDate: yesterday\r\n\r\n")]
    public async Task A_message_that_is_no_good_message_is_kept_or_refused(string content)
    {
        using var client = await ConnectAsync();

        await client.SayAsync(Envelope + content + "\r\n.\r\nQUIT\r\n");

        var said = await HeardAsync(client);
        Assert.Equal(["250", "250", "354", said[3][..3], "221"], said.Select(line => line[..3]));
        Assert.Contains(said[3][..3], new[] { "250", "554" });
        await OthersAreServedAsync();
    }

    [Fact]
    public async Task More_recipients_than_a_message_may_have_are_refused()
    {
        using var client = await ConnectAsync();
        await client.AskAsync("MAIL FROM:<a@example.org>");
        for (var one = 0; one < 100; one++)
        {
            Assert.Equal("250 OK", await client.AskAsync($"RCPT TO:<{one}@example.org>"));
        }

        Assert.StartsWith("452", await client.AskAsync("RCPT TO:<more@example.org>"), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        catcher = new SmtpCatcher(messages, port: 0);
        await catcher.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await catcher.StopAsync(CancellationToken.None);
        catcher.Dispose();
    }

    private Task<SmtpClientOfTests> ConnectAsync() => SmtpClientOfTests.ConnectAsync(catcher.Port);

    private async Task OthersAreServedAsync()
    {
        var before = messages.All.Count;
        using var client = await ConnectAsync();
        await client.SayAsync(Envelope + Letter + "QUIT\r\n");
        await HeardAsync(client);
        Assert.Equal(before + 1, messages.All.Count);
    }

    // Everything until the catcher hangs up.
    private static async Task<IReadOnlyList<string>> HeardAsync(SmtpClientOfTests client)
    {
        var said = new List<string>();
        while (await client.HearAsync() is { } line)
        {
            said.Add(line);
        }
        return said;
    }
}
