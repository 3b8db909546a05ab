namespace Journease.Portal.Forms;

/// <summary>What is not right yet in a form, in the order of its fields. Field names are those of the form's properties.</summary>
public sealed class FieldErrors
{
    private readonly List<(string Field, string Sentence)> all = [];

    public IReadOnlyList<(string Field, string Sentence)> All => all;

    public bool Any => all.Count > 0;

    public string? this[string field] => all.FirstOrDefault(error => error.Field == field).Sentence;

    public void Add(string field, string sentence)
    {
        if (this[field] is null)
        {
            all.Add((field, sentence));
        }
    }

    /// <summary>The id of a field's input, so that the summary can lead to it.</summary>
    public static string IdOf(string field) => "field-" + field.ToLowerInvariant();
}
