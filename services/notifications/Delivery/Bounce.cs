using MimeKit;

namespace Journease.Notifications.Delivery;

/// <summary>What a mail server reports of a letter that it could not deliver after all (RFC 3464).</summary>
/// <param name="Letter">The id in the Message-ID of the letter.</param>
/// <param name="Code">The status code, such as <c>5.1.1</c>.</param>
internal sealed record Bounce(Guid Letter, string Code)
{
    private const int LongestCode = 20;

    /// <summary>Null where it is no such report, reports no failure, or says nothing of which letter.</summary>
    /// <exception cref="FormatException">It is no message at all.</exception>
    public static Bounce? Read(Stream file, string domain)
    {
        using var message = MimeMessage.Load(file);
        if (message.Body is not MultipartReport { ReportType: "delivery-status" } report)
        {
            return null;
        }
        // The first group is about the report, each further one about a recipient; ours have one.
        var failed = report.OfType<MessageDeliveryStatus>().SelectMany(status => status.StatusGroups.Skip(1))
            .FirstOrDefault(recipient => string.Equals(recipient["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase));
        return failed is not null && OriginalId(report) is { } id && id.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)
            && Guid.TryParseExact(id[..id.IndexOf('@', StringComparison.Ordinal)], "N", out var letter)
                ? new(letter, CodeIn(failed["Status"]))
                : null;
    }

    // The letter comes back whole, or its headers do.
    private static string? OriginalId(MultipartReport report) => report.Select(part => part switch
    {
        MessagePart { Message.MessageId: { } id } => id,
        TextPart headers when headers.ContentType.IsMimeType("text", "rfc822-headers") => IdIn(headers),
        _ => null,
    }).FirstOrDefault(id => id is not null);

    private static string? IdIn(TextPart headers)
    {
        using var content = headers.Content!.Open();
        return HeaderList.Load(content)[HeaderId.MessageId]?.Trim().Trim('<', '>');
    }

    private static string CodeIn(string? status) =>
        status?.Trim() is { Length: > 0 and <= LongestCode } code && code.All(c => char.IsAsciiDigit(c) || c == '.') ? code : "5.0.0";
}
