using System.Text.RegularExpressions;
using Journease.MailCatcher.Messages;
using Journease.MailCatcher.Smtp;
using Xunit;

namespace Journease.Testing;

/// <summary>Where a person's letters arrive: a real mail server that keeps them.</summary>
public sealed partial class PostBox : IAsyncDisposable
{
    private readonly CaughtMessages messages = new();
    private readonly SmtpCatcher server;

    /// <param name="port">Where it listens; 0 where any will do.</param>
    public PostBox(int port = 0)
    {
        server = new SmtpCatcher(messages, port);
        server.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    public Uri Address => new($"smtp://127.0.0.1:{server.Port}");

    public IReadOnlyList<CaughtMessage> All => messages.All;

    public IEnumerable<CaughtMessage> To(string email) => messages.All.Where(message => message.To.Contains(email));

    /// <summary>Waits for a letter to this address, the newest one.</summary>
    public Task<CaughtMessage> LetterToAsync(string email, string? subject = null) => Eventually.FoundAsync(() => Task.FromResult(
        To(email).FirstOrDefault(message => subject is null || message.Subject == subject)));

    /// <summary>The path and query of the link in a letter.</summary>
    public static string LinkIn(CaughtMessage letter)
    {
        var link = new Uri(Link().Match(letter.Text).Value);
        Assert.Contains(System.Net.WebUtility.HtmlEncode(link.ToString()), letter.Html, StringComparison.Ordinal);
        return link.PathAndQuery;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(CancellationToken.None);
        server.Dispose();
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
