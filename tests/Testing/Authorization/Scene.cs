namespace Journease.Testing.Authorization;

/// <summary>What is there when a persona tries: accounts of their own for everybody, and the ids that the rows name in braces.</summary>
public sealed class Scene
{
    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<Persona, Guid> accounts = Persona.All.ToDictionary(persona => persona, _ => Guid.CreateVersion7());

    public Scene()
    {
        foreach (var (persona, account) in accounts)
        {
            values[persona.Name] = account.ToString();
        }
    }

    /// <summary>A placeholder; accounts are there under the names of the personas.</summary>
    public object this[string name]
    {
        get => values[name];
        set => values[name] = value.ToString()!;
    }

    public Guid Account(Persona persona) => accounts[persona];

    /// <summary>Words that say who somebody is, such as a name: no answer may show those of somebody else.</summary>
    public Dictionary<string, (Guid Account, string What)> Telling { get; } = [];

    /// <summary>What one persona alone holds; to the rows it is <c>{own name}</c>.</summary>
    public string this[Persona persona, string name]
    {
        get => values.GetValueOrDefault($"{persona}: {name}", "");
        set => values[$"{persona}: {name}"] = value;
    }

    /// <summary>The same as this persona writes it.</summary>
    public string Fill(string text, Persona persona)
    {
        while (text.IndexOf("{own ", StringComparison.Ordinal) is >= 0 and var at)
        {
            var end = text.IndexOf('}', at);
            text = text[..at] + this[persona, text[(at + 5)..end]] + text[(end + 1)..];
        }
        return Fill(text);
    }

    /// <summary>The text with every <c>{name}</c> replaced; <c>{new}</c> is a new id each time.</summary>
    public string Fill(string text)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }
        return text.Replace("{new}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
    }
}
