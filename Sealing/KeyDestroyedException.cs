namespace Journease.Sealing;

/// <summary>The key was destroyed: what it sealed is forgotten, and nothing more is kept for this owner and purpose.</summary>
public sealed class KeyDestroyedException() : Exception("The key was destroyed.");
