using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;

namespace Journease.PersonExport;

/// <summary>FHIR R4 as the platform writes and reads it.</summary>
public static class FhirR4
{
    public const string MediaType = "application/fhir+json";

    /// <summary>Refers to a resource of the same bundle.</summary>
    public static ResourceReference To(Guid id, string? shown = null) => new($"urn:uuid:{id}", shown);

    public static CodeableConcept Called(string text) => new() { Text = text };

    /// <summary>All resources of one person, in the order given.</summary>
    public static Bundle Collection(IEnumerable<Resource> resources, DateTimeOffset now) => new()
    {
        Type = Bundle.BundleType.Collection,
        Timestamp = now,
        Entry = [.. resources.Select(resource => new Bundle.EntryComponent { FullUrl = $"urn:uuid:{resource.Id}", Resource = resource })],
    };

    public static string ToText(Bundle bundle) => new FhirJsonSerializer().SerializeToString(bundle);

    /// <summary>Refuses everything that is not valid FHIR R4.</summary>
    /// <exception cref="DeserializationFailedException">It is not.</exception>
    public static Bundle Parse(string json) => FhirJsonDeserializer.STRICT.Deserialize<Bundle>(json);
}
