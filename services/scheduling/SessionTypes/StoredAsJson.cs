using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.SessionTypes;

/// <summary>A value that is always read and written as a whole lies in one jsonb column.</summary>
internal static class StoredAsJson
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasColumnType("jsonb").HasConversion(
        value => Write(value),
        text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!,
        new ValueComparer<T>((a, b) => Write(a) == Write(b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
