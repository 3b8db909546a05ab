namespace Journease.Portal.Gateway;

/// <summary>How reading something through the gateway went. A page has words for each.</summary>
public enum ReadingState
{
    Found,

    /// <summary>There is no such thing, or not yet.</summary>
    Missing,

    /// <summary>The part of the platform that has it does not answer.</summary>
    Away,

    /// <summary>The person's sign-in has ended.</summary>
    SignedOut,

    /// <summary>It is not for this person.</summary>
    NotAllowed,
}

/// <summary>What was read, or why not.</summary>
/// <param name="Etag">The version of it, to be given back with a change; null where it has none.</param>
public sealed record Reading<T>(ReadingState State, T? Value, string? Etag = null)
    where T : class;
