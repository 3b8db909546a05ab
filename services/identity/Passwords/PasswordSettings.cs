namespace Journease.Identity.Passwords;

/// <summary>Configuration section <c>Passwords</c>.</summary>
internal sealed class PasswordSettings
{
    /// <summary>A file made by <c>build-breached-passwords</c>; without one, only the patterns of this product are refused.</summary>
    public string? BreachedFile { get; init; }
}
