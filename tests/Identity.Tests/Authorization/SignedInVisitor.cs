namespace Journease.Identity.Tests.Authorization;

/// <summary>Somebody with an account who is signed in, and what their browser and their app hold.</summary>
internal sealed record SignedInVisitor(Guid Account, string Email, string Name, Guid Session, string Cookie);
