namespace Journease.ServiceDefaults.Verbs;

/// <summary>Something that the binary of a service does instead of serving, asked for by its first argument.</summary>
public interface IVerb
{
    /// <summary>The first argument.</summary>
    string Name { get; }

    /// <summary>Does it; says what it did on the console.</summary>
    /// <returns>The exit code: 0 when all is well.</returns>
    Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct);
}
