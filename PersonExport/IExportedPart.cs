using Hl7.Fhir.Model;

namespace Journease.PersonExport;

/// <summary>What one feature of a service knows about a person, for the copy that the person may ask for. Register one per feature.</summary>
public interface IExportedPart
{
    /// <summary>
    /// As FHIR R4 resources, each with words that the person understands (<see cref="Words"/>) and with references made by
    /// <see cref="FhirR4.To"/>.
    /// </summary>
    IAsyncEnumerable<Resource> OfAsync(Guid subject, CancellationToken ct);
}
