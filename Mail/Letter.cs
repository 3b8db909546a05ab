namespace Journease.Mail;

/// <summary>
/// What is written to a person: paragraphs, and at most one link each. Subjects are neutral, and nothing in a letter tells
/// why somebody would have an account here.
/// </summary>
public sealed record Letter(string To, string Subject, IReadOnlyList<LetterPart> Parts)
{
    /// <summary>Where the person says what is sent to them; null for letters that nobody can do without.</summary>
    public Uri? Preferences { get; init; }

    /// <summary>The words of the link to the preferences.</summary>
    public string? PreferencesText { get; init; }

    /// <summary>What the person's calendar takes up; null where there is nothing to take up.</summary>
    public CalendarPart? Calendar { get; init; }

    public static Letter Write(string to, string subject, params LetterPart[] parts) => new(to, subject, parts);
}

/// <summary>One paragraph; with an address it is a link that leads there.</summary>
public sealed record LetterPart(string Text, Uri? Address = null)
{
    public static implicit operator LetterPart(string text) => new(text);
}

/// <summary>An iCalendar object that goes with a letter.</summary>
/// <param name="Method">Its METHOD: <c>REQUEST</c> or <c>CANCEL</c>.</param>
public sealed record CalendarPart(string Method, string Content);
