namespace Journease.Platform.Tests;

/// <summary>The platform that scenarios share which leave all of it running. Two platforms at once would only make each other late.</summary>
[CollectionDefinition(nameof(OneRunningPlatform), DisableParallelization = true)]
public sealed class OneRunningPlatform : ICollectionFixture<RunningPlatform>;
