using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Journease.Sealing;

/// <summary>Puts a sealed value into a column as it is. It opens nothing: it knows neither row nor owner.</summary>
public sealed class SealedConverter() : ValueConverter<Sealed, byte[]>(value => value.ToBytes(), bytes => Sealed.FromBytes(bytes));
