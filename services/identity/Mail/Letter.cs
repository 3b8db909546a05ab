namespace Journease.Identity.Mail;

/// <summary>
/// What is written to a person: paragraphs, and at most one link each. Subjects are neutral, and nothing in a letter tells
/// why somebody would have an account here.
/// </summary>
internal sealed record Letter(string To, string Subject, IReadOnlyList<LetterPart> Parts)
{
    public static Letter Write(string to, string subject, params LetterPart[] parts) => new(to, subject, parts);
}

/// <summary>One paragraph; with an address it is a link that leads there.</summary>
internal sealed record LetterPart(string Text, Uri? Address = null)
{
    public static implicit operator LetterPart(string text) => new(text);
}
