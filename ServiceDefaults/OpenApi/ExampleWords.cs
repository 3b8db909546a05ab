namespace Journease.ServiceDefaults.OpenApi;

/// <summary>What the texts of examples say: fields that are called the same hold the same kind of text, in every service.</summary>
internal static class ExampleWords
{
    private const string Any = "Some words.";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["code"] = "phq-9",
        ["contact"] = "sam@journease.example",
        ["instrument"] = "phq-9",
        ["instrumentCode"] = "phq-9",
        ["kind"] = "treatment",
        ["language"] = "en",
        ["message"] = "I would like to know how you work.",
        ["name"] = "Sam Rivera",
        ["next"] = "MjAyNi0xMi0wMQ",
        ["phone"] = "+1 555 0100",
        ["pseudonym"] = "Quiet Heron",
        ["reason"] = "Agreed with the client.",
        ["role"] = "therapist",
        ["sessionType"] = "preparation",
        ["site"] = "Main practice",
        ["slug"] = "sleeping-again",
        ["summary"] = "What helps when nights are long.",
        ["text"] = "Thank you for last week.",
        ["title"] = "Sleeping again",
        ["topic"] = "sleep",
        ["version"] = "1",
        ["zone"] = "America/Los_Angeles",
        ["timeZone"] = "America/Los_Angeles",
    };

    public static string For(string field, int shortest, int longest)
    {
        var words = Words.GetValueOrDefault(field, Any);
        words = words.Length < shortest ? words.PadRight(shortest, '.') : words;
        return words.Length > longest ? words[..longest] : words;
    }
}
