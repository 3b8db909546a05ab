using System.Globalization;

namespace Journease.Audit;

/// <summary>
/// A file outside the database that says how long the chain was, and how it ended, at many moments: whoever cuts the
/// chain off, or makes it anew, contradicts it. One line per anchor: time, sequence, hash.
/// </summary>
public sealed class AuditAnchor(string path)
{
    public async Task AppendAsync(ChainHead head, DateTimeOffset now, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.AppendAllTextAsync(path, string.Create(CultureInfo.InvariantCulture, $"{now:O} {head.Sequence} {Convert.ToHexStringLower(head.Hash)}\n"), ct);
    }

    /// <summary>Every anchor so far; none while there is no file.</summary>
    public async Task<IReadOnlyList<ChainHead>> ReadAsync(CancellationToken ct) => File.Exists(path)
        ? [.. (await File.ReadAllLinesAsync(path, ct)).Select(line => line.Split(' ')).Where(parts => parts.Length == 3)
            .Select(parts => new ChainHead(long.Parse(parts[1], CultureInfo.InvariantCulture), Convert.FromHexString(parts[2])))]
        : [];
}
