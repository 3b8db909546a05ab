using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Journease.Sealing.DataKeys;

/// <summary>A column of sealed values, as the model names it. The names come from the program, never from a request.</summary>
/// <param name="Key">The column of the row's id; null where rows have more than one, as those of parts that soon expire.</param>
internal sealed record SealedColumn(string Schema, string Table, string Column, string? Key)
{
    public string Whole => $"""
        "{Schema}"."{Table}"
        """;

    public static IReadOnlyList<SealedColumn> Of(IModel model) =>
    [
        .. from type in model.GetEntityTypes()
           let key = type.FindPrimaryKey()?.Properties
           from property in type.GetProperties()
           where property.ClrType == typeof(Sealed)
           select new SealedColumn(
               type.GetSchema() ?? model.GetDefaultSchema() ?? "public", type.GetTableName()!, property.GetColumnName(),
               key is [{ ClrType: var id } only] && id == typeof(Guid) ? only.GetColumnName() : null),
    ];
}
