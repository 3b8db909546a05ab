using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.Errors;

/// <summary>Turns what the framework says about an unreadable request into a field and a sentence. Never repeats a value.</summary>
internal static partial class RequestErrors
{
    public static Dictionary<string, string[]> From(BadHttpRequestException exception) =>
        exception.InnerException is JsonException json ? From(json) : FromParameter(exception);

    private static Dictionary<string, string[]> From(JsonException json)
    {
        if (MissingProperties().Match(json.Message) is { Success: true } missing)
        {
            return QuotedNames().Matches(missing.Value)
                .ToDictionary(name => PathTo(json.Path, name.Groups[1].Value), _ => new[] { "This field is required." });
        }
        if (UnmappedProperty().Match(json.Message) is { Success: true } unmapped)
        {
            return new() { [PathTo(json.Path, unmapped.Groups[1].Value)] = ["This field is not known here."] };
        }

        var path = PathTo(json.Path);
        return path.Length == 0
            ? new() { ["body"] = ["This is not the JSON that is expected here."] }
            : new() { [path] = ["This value has the wrong type or form."] };
    }

    private static Dictionary<string, string[]> FromParameter(BadHttpRequestException exception)
    {
        var name = ParameterName().Match(exception.Message);
        if (!name.Success)
        {
            return new() { ["body"] = ["The request could not be read."] };
        }

        var sentence = exception.Message.Contains("was not provided", StringComparison.Ordinal)
            ? "This is required."
            : "This value has the wrong type or form.";
        var field = name.Groups[1].Value;
        return new() { [exception.Message.Contains("body", StringComparison.Ordinal) ? "body" : field] = [sentence] };
    }

    private static string PathTo(string? path, string? name = null)
    {
        var parent = (path ?? "$").TrimStart('$').TrimStart('.');
        return name is null || parent == name || parent.EndsWith("." + name, StringComparison.Ordinal)
            ? parent
            : parent.Length == 0 ? name : $"{parent}.{name}";
    }

    [GeneratedRegex("missing required properties including: (.*)$", RegexOptions.Singleline)]
    private static partial Regex MissingProperties();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedNames();

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex UnmappedProperty();

    [GeneratedRegex("""parameter "(?:[^"]* )?([^" ]+)" (?:was not provided|from)""")]
    private static partial Regex ParameterName();
}
