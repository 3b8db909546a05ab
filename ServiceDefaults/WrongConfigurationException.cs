namespace Journease.ServiceDefaults;

/// <summary>The process cannot start as it is configured. The message is one sentence: what is wrong and what to set.</summary>
public sealed class WrongConfigurationException(string sentence) : Exception(sentence);
