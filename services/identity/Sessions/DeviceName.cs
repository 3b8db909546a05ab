namespace Journease.Identity.Sessions;

/// <summary>What a person would call the device and program that a request came from; coarse on purpose.</summary>
internal static class DeviceName
{
    public const string Unknown = "an unknown device";

    // In this order: most programs also claim to be those further down.
    private static readonly (string Mark, string Name)[] Programs =
        [("Journease", "the Journease app"), ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "an iPhone"), ("iPad", "an iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "a Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string userAgent) => (Find(Programs, userAgent), Find(Systems, userAgent)) switch
    {
        ({ } program, { } system) => $"{program} on {system}",
        ({ } program, null) => program,
        (null, { } system) => system,
        _ => Unknown,
    };

    private static string? Find((string Mark, string Name)[] known, string text) =>
        known.FirstOrDefault(one => text.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
