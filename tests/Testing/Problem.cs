namespace Journease.Testing;

/// <summary>A problem document as clients read it.</summary>
public sealed record Problem
{
    private const string Prefix = "urn:journease:problem:";

    public string? Type { get; init; }

    public string? Title { get; init; }

    public string? Detail { get; init; }

    public int Status { get; init; }

    public string? TraceId { get; init; }

    /// <summary>Per field, what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The stable code that clients switch on.</summary>
    public string? Code => Type?.StartsWith(Prefix, StringComparison.Ordinal) == true ? Type[Prefix.Length..] : Type;
}
