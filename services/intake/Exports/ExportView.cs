namespace Journease.Intake.Exports;

/// <summary>How far a copy is.</summary>
internal sealed record ExportView(
    Guid ExportId, ExportState State, DateTimeOffset RequestedAt, DateTimeOffset? ReadyAt, DateTimeOffset? ExpiresAt,
    IReadOnlyList<string> NotIncluded)
{
    public static ExportView Of(Export export) =>
        new(export.Id, export.State, export.RequestedAt, export.ReadyAt, export.ExpiresAt, export.NotIncluded);
}
