using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Journease.Audit;

/// <summary>
/// What binds each event to all before it: an HMAC over the link before, the sequence and every field. Whoever can write
/// to the database but lacks the key cannot make a link.
/// </summary>
public sealed class ChainHash(byte[] key)
{
    /// <summary>The link before the first.</summary>
    public static byte[] Origin { get; } = new byte[32];

    public byte[] Next(byte[] previous, long sequence, AuditEvent one)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(previous);
        // Each field with its length, so that no two rows read the same.
        foreach (var field in Fields(sequence, one))
        {
            var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
            hash.AppendData(BitConverter.GetBytes(field is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }

    private static IEnumerable<string?> Fields(long sequence, AuditEvent one) =>
    [
        sequence.ToString(CultureInfo.InvariantCulture), one.Id.ToString("N"),
        one.At.UtcTicks.ToString(CultureInfo.InvariantCulture), one.Actor, one.Roles, one.Client, one.Act, one.Kind.ToString(),
        one.SubjectId?.ToString("N"), one.ObjectId?.ToString("N"), one.ReasonId?.ToString("N"),
        one.Outcome.ToString(CultureInfo.InvariantCulture), one.TraceId, one.Problem,
    ];
}
