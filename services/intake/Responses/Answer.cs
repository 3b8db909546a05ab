using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journease.Intake.Responses;

/// <summary>An answer as given: a value, or "declined" for "I would rather say it in person".</summary>
[JsonConverter(typeof(AnswerJson))]
internal readonly record struct Answer(int? Value)
{
    public static readonly Answer Declined = new(null);
}

/// <summary>Written as a number or as the word "declined".</summary>
internal sealed class AnswerJson : JsonConverter<Answer>
{
    private const string Declined = "declined";

    // The message of a thrown error must not repeat what was sent; the framework adds the path.
    public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt32(out var value) => new Answer(value),
        JsonTokenType.String when reader.ValueTextEquals(Declined) => Answer.Declined,
        _ => throw new JsonException(),
    };

    public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options)
    {
        if (value.Value is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(Declined);
        }
    }
}
