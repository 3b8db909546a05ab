namespace Journease.Testing.Services;

/// <summary>Secrets of tests, and of nothing else.</summary>
public static class TestSecrets
{
    /// <summary>Opens what a service under test has sealed.</summary>
    public const string MasterKey = "for-tests-only-for-tests-only-for-tests-only";
}
