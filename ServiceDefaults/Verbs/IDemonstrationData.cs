namespace Journease.ServiceDefaults.Verbs;

/// <summary>What the <c>seed</c> verb puts in, in Development only. Must be repeatable.</summary>
public interface IDemonstrationData
{
    Task SeedAsync(CancellationToken ct);
}
