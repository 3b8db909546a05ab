namespace Journease.Platform.Tests;

/// <summary>One of the two roles that a service has at the database server.</summary>
/// <param name="Database">The service's database.</param>
/// <param name="Kind"><c>app</c> runs the service, <c>migrate</c> owns its tables.</param>
public sealed record Role(string Database, string Kind)
{
    /// <summary>Every service's database.</summary>
    public static IReadOnlyList<string> Databases { get; } = ["identity", "groups", "content", "intake", "notifications", "portal", "scheduling"];

    /// <summary>Every role of every service.</summary>
    public static IReadOnlyList<Role> All { get; } = [.. Databases.SelectMany(database => new[] { new Role(database, "app"), new Role(database, "migrate") })];

    public string Name => $"{Database}_{Kind}";
}
