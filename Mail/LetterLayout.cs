using System.Text.Encodings.Web;

namespace Journease.Mail;

/// <summary>A letter as text and as HTML; both say the same. Mail programs read no style sheets, so the look is in the elements.</summary>
public static class LetterLayout
{
    private const string Greeting = "Hello,";
    private const string Regards = "Journease";

    public static string ToText(Letter letter) => string.Join(
        "\n\n", [Greeting, .. letter.Parts.Select(ToText), Regards, .. PreferencesOf(letter).Select(ToText)]) + "\n";

    public static string ToHtml(Letter letter) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{Encode(letter.Subject)}</title></head>
        <body style="margin:0;padding:24px;background:#faf6f0;color:#22302f;font:17px/1.55 sans-serif">
        <div style="max-width:32rem;margin:0 auto;padding:24px;background:#fffdfa;border:1px solid #e0d7c9;border-radius:14px">
        {Paragraph(Greeting)}
        {string.Join('\n', letter.Parts.Select(ToHtml))}
        {Paragraph(Regards)}
        {string.Join('\n', PreferencesOf(letter).Select(Small))}
        </div>
        </body>
        </html>

        """;

    private static IEnumerable<LetterPart> PreferencesOf(Letter letter) =>
        letter is { Preferences: { } address, PreferencesText: { } text } ? [new(text, address)] : [];

    private static string ToText(LetterPart part) => part.Address is null ? part.Text : $"{part.Text}:\n{part.Address}";

    private static string Small(LetterPart part) =>
        $"<p style=\"margin:24px 0 0;font-size:14px\"><a href=\"{Encode(part.Address!.ToString())}\" style=\"color:#4d5b58\">{Encode(part.Text)}</a></p>";

    // The address stands there too, for whoever is wary of buttons in mail.
    private static string ToHtml(LetterPart part) => part.Address is null
        ? Paragraph(part.Text)
        : $"""
            <p style="margin:24px 0"><a href="{Encode(part.Address.ToString())}" style="display:inline-block;padding:12px 28px;border-radius:99px;background:#1d5c56;color:#ffffff;font-weight:600;text-decoration:none">{Encode(part.Text)}</a></p>
            <p style="margin:0 0 16px;font-size:14px;color:#4d5b58;word-break:break-all">{Encode(part.Address.ToString())}</p>
            """;

    private static string Paragraph(string text) => $"<p style=\"margin:0 0 16px\">{Encode(text)}</p>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
