using System.Text.RegularExpressions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Names become parts of variables, files and addresses, so they are held to harmless characters.</summary>
internal static partial class ResourceName
{
    public static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!Pattern().IsMatch(name))
        {
            throw new ArgumentException(
                $"The resource name '{name}' is not valid: letters, digits and single hyphens, a letter first, at most 64 characters.", nameof(name));
        }
    }

    [GeneratedRegex("^[A-Za-z](?:-?[A-Za-z0-9]){0,63}$")]
    private static partial Regex Pattern();
}
