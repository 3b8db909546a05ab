namespace Journease.ServiceDefaults.Errors;

/// <summary>A rule of the domain was refused; the answer is the problem document of its <see cref="Type"/>.</summary>
public sealed class RuleBrokenException(ProblemType type, string detail, string? field = null) : Exception(detail)
{
    public ProblemType Type { get; } = type;

    /// <summary>The field of the request that it concerns, in camel case; null when it is about the whole.</summary>
    public string? Field { get; } = field;
}
