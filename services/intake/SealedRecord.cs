using Journease.Sealing;

namespace Journease.Intake;

/// <summary>
/// A client's record: sealed with the client's own key and kept as long as the law asks for, also after the account is closed.
/// </summary>
internal static class SealedRecord
{
    /// <summary>What is shown where the key was destroyed because the retention has ended.</summary>
    public const string NoLongerKept = "(no longer kept)";

    public static Task<Sealed> SealRecordAsync(this Seals seals, Guid clientId, SealedPlace place, string text, CancellationToken ct) =>
        seals.SealAsync(clientId, KeyPurpose.Record, place, text, ct);

    /// <summary>Null where nothing was written.</summary>
    public static async Task<string?> OpenRecordAsync(this Seals seals, Guid clientId, SealedPlace place, Sealed? value, CancellationToken ct) =>
        value is null ? null : await seals.OpenAsync(clientId, KeyPurpose.Record, place, value, ct) ?? NoLongerKept;
}
