namespace Journease.Notifications.Tests;

/// <summary>A person with an account and an address.</summary>
public sealed record Somebody(Guid Account, string Email);
