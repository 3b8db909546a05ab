namespace Journease.DatabaseSetup;

/// <summary>The environment does not say what is needed; the message says what is missing.</summary>
internal sealed class WrongSettingsException(string message) : Exception(message);
