using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Journease.Testing.Authorization;

/// <summary>The fields that an answer shows, whatever is in them: <c>next</c>, <c>items[].text</c>; of a page, what can be filled in.</summary>
public static partial class VisibleFields
{
    public static IReadOnlyCollection<string> In(string json)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement, "", found);
        // A list that is empty in one item and full in another is there once.
        return [.. found.Where(field => !found.Any(other => other.StartsWith(field + "[]", StringComparison.Ordinal)))];
    }

    /// <summary>The names of the fields of a page's forms.</summary>
    public static IReadOnlyCollection<string> InPage(string html) =>
        new SortedSet<string>(FormFields().Matches(html).Select(field => WebUtility.HtmlDecode(field.Groups[1].Value)), StringComparer.Ordinal);

    private static void Walk(JsonElement element, string path, SortedSet<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Walk(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", found);
                }
                break;
            case JsonValueKind.Array when element.GetArrayLength() > 0:
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, path + "[]", found);
                }
                break;
            default:
                found.Add(path);
                break;
        }
    }

    [GeneratedRegex("""<(?:input|select|textarea|button)\b[^>]*?\sname="([^"]*)"[\s/>]""")]
    private static partial Regex FormFields();
}
