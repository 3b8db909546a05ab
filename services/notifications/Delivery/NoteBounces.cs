using Journease.Mail;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Journease.Notifications.Delivery;

/// <summary>
/// The verb <c>note-bounces FILE…</c>: reads reports of undeliverable mail and notes them with the letters that they are about.
/// <c>-</c> is the standard input, so that a mail server can pipe each report into it.
/// </summary>
internal sealed class NoteBounces(NotificationsDbContext db, IOptions<MailOptions> options, TimeProvider clock) : IVerb
{
    private const int SomeNotUnderstood = 1;

    public string Name => "note-bounces";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var noted = 0;
        foreach (var file in arguments)
        {
            await using var content = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            noted += await NoteAsync(content, ct) ? 1 : 0;
        }
        Console.WriteLine($"{noted} of {arguments.Count} reports were about a letter of ours that could not be delivered.");
        return noted == arguments.Count ? 0 : SomeNotUnderstood;
    }

    /// <summary>Whether it was a report about a letter of ours; noting it twice keeps the first time.</summary>
    internal async Task<bool> NoteAsync(Stream report, CancellationToken ct)
    {
        if (Read(report) is not { } bounce)
        {
            return false;
        }
        var now = clock.GetUtcNow();
        return await db.Mail.Where(mail => mail.Id == bounce.Letter).ExecuteUpdateAsync(
            row => row.SetProperty(mail => mail.BouncedAt, mail => mail.BouncedAt ?? now).SetProperty(mail => mail.BounceCode, bounce.Code), ct) == 1;
    }

    private Bounce? Read(Stream report)
    {
        try
        {
            return Bounce.Read(report, options.Value.Domain);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
