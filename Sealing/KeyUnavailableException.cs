namespace Journease.Sealing;

/// <summary>A key is wrapped with a master key that is not configured here.</summary>
public sealed class KeyUnavailableException(string masterKey)
    : Exception($"Sealing__MasterKeys__{masterKey} is not set, and keys are still wrapped with it: give it, or run the rewrap verb first.");
