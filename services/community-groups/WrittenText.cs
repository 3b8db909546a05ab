using Journease.CommunityGroups.Circles;
using Journease.ServiceDefaults.Errors;

namespace Journease.CommunityGroups;

/// <summary>What people write, as it may be stored: trimmed, not empty, without characters that cannot be shown.</summary>
internal static class WrittenText
{
    public static string Line(string text, string field) => Checked(text, field, "");

    public static string Lines(string text, string field) => Checked(text.ReplaceLineEndings("\n"), field, "\n\t");

    private static string Checked(string text, string field, string allowed)
    {
        var written = text.Trim();
        if (written.Length == 0)
        {
            throw CommonProblems.Invalid.Broken("Write something here.", field);
        }
        return written.Any(character => char.IsControl(character) && !allowed.Contains(character))
            ? throw CircleProblems.TextUnreadable.Broken("Take the control characters out; they cannot be shown.", field)
            : written;
    }
}
