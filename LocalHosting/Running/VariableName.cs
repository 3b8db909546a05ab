namespace Journease.LocalHosting.Running;

internal static class VariableName
{
    /// <summary>Upper case, and an underscore for everything that a shell would not take.</summary>
    public static string Of(string name) =>
        string.Create(name.Length, name, (characters, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                characters[i] = char.IsAsciiLetterOrDigit(from[i]) ? char.ToUpperInvariant(from[i]) : '_';
            }
        });
}
