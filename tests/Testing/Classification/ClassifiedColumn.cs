namespace Journease.Testing.Classification;

/// <summary>A column as <c>docs/data.md</c> classes it.</summary>
/// <param name="Table">With its schema where that is not the service's own.</param>
/// <param name="Why">Why it may lie there in clear; needed where anything could stand in it.</param>
internal sealed record ClassifiedColumn(string Table, string Column, string Class, string Why);
