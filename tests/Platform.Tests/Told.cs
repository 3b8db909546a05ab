namespace Journease.Platform.Tests;

/// <summary>Looks for secrets in texts. Finds are named, never shown: what a test says is a log too.</summary>
internal static class Told
{
    public static IReadOnlyList<string> By(IReadOnlyDictionary<string, string> texts, IReadOnlyDictionary<string, string> secrets)
    {
        Assert.True(secrets.Count >= 16 && secrets.Values.All(value => value.Length >= 16), $"only {secrets.Count} secrets, or short ones");
        return
        [
            .. from text in texts
               from secret in secrets
               where text.Value.Contains(secret.Value, StringComparison.Ordinal)
               select $"{text.Key} tells {secret.Key}",
        ];
    }
}
