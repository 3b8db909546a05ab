using System.Text.Json;
using System.Text.Json.Serialization;

namespace Journease.Intake.Instruments;

/// <summary>Every instrument in every version that was ever answered; they are part of the program.</summary>
internal sealed class InstrumentCatalogue
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly List<Instrument> all = Load();

    /// <summary>The packet every new client answers, in this order.</summary>
    public IReadOnlyList<Instrument> Packet => [Current("phq-9")!, Current("pcl-5")!];

    public IReadOnlyList<Instrument> AllCurrent => all.Select(instrument => instrument.Code).Distinct().Select(code => Current(code)!).ToList();

    public Instrument? Current(string code) => all.Where(instrument => instrument.Code == code).MaxBy(instrument => instrument.Version);

    /// <summary>The version that a response was given to.</summary>
    public Instrument Of(string code, int version) => all.Single(instrument => instrument.Code == code && instrument.Version == version);

    private static List<Instrument> Load()
    {
        var assembly = typeof(InstrumentCatalogue).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("instruments/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var file = assembly.GetManifestResourceStream(name)!;
                return JsonSerializer.Deserialize<Instrument>(file, Strict)!;
            })
            .ToList();
    }
}
