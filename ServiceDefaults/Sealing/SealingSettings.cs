using Journease.Sealing;
using Microsoft.Extensions.Configuration;

namespace Journease.ServiceDefaults.Sealing;

/// <summary>Configuration section <c>Sealing</c>: the master keys, which come from outside the database.</summary>
internal sealed class SealingSettings
{
    /// <summary>The secrets by their id; a value that begins with <c>file:</c> names a file that holds it.</summary>
    public Dictionary<string, string> MasterKeys { get; init; } = [];

    /// <summary>The one that new keys are wrapped with; needed where there are several.</summary>
    public string? CurrentMasterKey { get; init; }

    /// <summary>The one that blind indexes are made with: the first that this installation had.</summary>
    public string? IndexMasterKey { get; init; }

    public static MasterKeys Read(IConfiguration configuration)
    {
        var settings = configuration.GetSection("Sealing").Get<SealingSettings>() ?? new();
        if (settings.MasterKeys.Count == 0)
        {
            throw new WrongConfigurationException("Sealing__MasterKeys__1 is not set: give a random secret of at least 32 characters, always the same, or file: and the path of a file that holds it.");
        }
        var only = settings.MasterKeys.Count == 1 ? settings.MasterKeys.Keys.Single() : null;
        var current = settings.CurrentMasterKey ?? only
            ?? throw new WrongConfigurationException("Sealing__CurrentMasterKey is not set: say which of the master keys wraps new keys.");
        var index = settings.IndexMasterKey ?? only
            ?? throw new WrongConfigurationException("Sealing__IndexMasterKey is not set: say which of the master keys this installation had first.");
        try
        {
            return new(settings.MasterKeys.ToDictionary(key => key.Key, key => Secret(key.Value)), current, index);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new WrongConfigurationException("Sealing__MasterKeys is wrong: " + e.Message.Split(" (Parameter")[0]);
        }
    }

    private static string Secret(string value) =>
        value.StartsWith("file:", StringComparison.Ordinal) ? File.ReadAllText(value["file:".Length..]).Trim() : value;
}
