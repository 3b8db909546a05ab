using System.Text;

namespace Journease.Sealing;

/// <summary>Where a sealed value lies. It opens nowhere else: a cell that somebody moves to another row is of no use there.</summary>
/// <param name="Table">The name of the table.</param>
/// <param name="Column">The name of the column.</param>
/// <param name="Row">The id of the row.</param>
public readonly record struct SealedPlace(string Table, string Column, Guid Row)
{
    internal byte[] ToBytes() => [.. Encoding.UTF8.GetBytes($"{Table}|{Column}|"), .. Row.ToByteArray(bigEndian: true)];
}
