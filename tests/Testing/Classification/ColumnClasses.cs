using Journease.Sealing;
using Journease.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Journease.Testing.Classification;

/// <summary>Holds <c>docs/data.md</c> and a migrated database against each other, so that nothing is stored that nobody has thought about.</summary>
public static class ColumnClasses
{
    private const string SealedClass = "sealed";
    private const int ShortestReason = 10;

    // What may lie in a column of each class. Where a class allows text, a reason says why nobody's words stand in it.
    private static readonly Dictionary<string, string[]> TypesOf = new()
    {
        [SealedClass] = ["bytea"],
        ["blind-indexed"] = ["bytea", "_bytea"],
        ["id"] = ["uuid", "_uuid", "int4", "int8"],
        ["time"] = ["timestamptz", "date", "_date", "tstzrange", "int4range", "time", "interval"],
        ["code"] = ["text", "varchar", "bool", "_text", "int2"],
        ["grade"] = ["text", "varchar", "int2", "int4"],
        ["number"] = ["int2", "int4", "int8", "numeric", "xid8"],
        ["secret-hash"] = ["bytea", "text", "varchar"],
        ["protected"] = ["bytea", "text", "jsonb"],
        ["clear"] = ["text", "varchar", "_text", "jsonb", "bytea", "inet"],
    };

    private static readonly string[] WithReason = ["clear", "protected", "secret-hash"];

    /// <summary>Fails with the lines to write when a column has no class, a class has no column, or the two do not go together.</summary>
    public static async Task HoldAsync(string service, IServiceProvider services, string connectionString)
    {
        await using var scope = services.CreateAsyncScope();
        var model = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Model;
        var stored = await StoredColumn.AllAsync(service, connectionString);
        var classified = DataDocument.Of(service).ToLookup(column => (column.Table, column.Column));

        var faults = stored.Where(column => !classified.Contains((column.Table, column.Column)))
            .GroupBy(column => column.Table)
            .Select(table => $"add to \"## {service}\", with a class for each:  | {table.Key} | {string.Join(", ", table.Select(column => column.Column))} | {string.Join('/', TypesOf.Keys)} | why, where it is clear |")
            .Concat(classified.Where(columns => stored.All(column => (column.Table, column.Column) != columns.Key))
                .Select(columns => $"take out, it is not there any more:  {columns.Key.Table}.{columns.Key.Column}"))
            .Concat(stored.SelectMany(column => classified[(column.Table, column.Column)].SelectMany(given => Faults(column, given, model))))
            .Concat(classified.Where(columns => columns.Count() > 1).Select(columns => $"classed twice:  {columns.Key.Table}.{columns.Key.Column}"))
            .ToList();

        Assert.True(faults.Count == 0, $"docs/data.md and the database of {service} do not go together:\n{string.Join('\n', faults)}");
    }

    private static IEnumerable<string> Faults(StoredColumn column, ClassifiedColumn given, IModel model)
    {
        var name = $"{column.Table}.{column.Column}";
        if (!TypesOf.TryGetValue(given.Class, out var types))
        {
            yield return $"{name}: there is no class \"{given.Class}\"";
        }
        else if (!types.Contains(column.Type))
        {
            yield return $"{name}: a column of type {column.Type} cannot be {given.Class}";
        }
        if (WithReason.Contains(given.Class) && given.Why.Length < ShortestReason)
        {
            yield return $"{name}: say why it may be {given.Class}";
        }
        if ((given.Class == SealedClass) != IsSealed(column, model))
        {
            yield return $"{name}: {(given.Class == SealedClass ? "is classed sealed, and is no Sealed in the model" : "is a Sealed in the model, and not classed sealed")}";
        }
    }

    private static bool IsSealed(StoredColumn column, IModel model) => model.GetEntityTypes()
        .Where(type => type.GetTableName() == column.Table)
        .SelectMany(type => type.GetProperties())
        .Any(property => property.ClrType == typeof(Sealed) && property.GetColumnName() == column.Column);
}
