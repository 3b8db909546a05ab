using System.Collections;
using System.Text.RegularExpressions;

namespace Journease.DatabaseSetup;

/// <summary>Which databases to make, from <c>Databases__name__AppPassword</c> and <c>Databases__name__MigratePassword</c>.</summary>
internal sealed partial record Settings(string Superuser, IReadOnlyList<ServiceDatabase> Databases)
{
    public static Settings Read(IDictionary environment)
    {
        var databases = environment.Keys.Cast<string>()
            .Select(key => PasswordVariable().Match(key))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => new ServiceDatabase(
                name,
                Required(environment, $"Databases__{name}__AppPassword"),
                Required(environment, $"Databases__{name}__MigratePassword")))
            .ToArray();
        return new Settings(Required(environment, "ConnectionStrings__postgres"), databases);
    }

    private static string Required(IDictionary environment, string name) =>
        environment[name] as string is { Length: > 0 } value
            ? value
            : throw new WrongSettingsException($"The variable {name} is not set.");

    [GeneratedRegex("^Databases__([a-z_]+)__(?:App|Migrate)Password$")]
    private static partial Regex PasswordVariable();
}
