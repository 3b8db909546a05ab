using System.Xml.Linq;
using Hl7.Fhir.Model;

namespace Journease.PersonExport;

/// <summary>What a resource says in plain words. The readable page of an export is made of nothing else.</summary>
public static class Words
{
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <summary>A paragraph for each line that is not empty; what people wrote is text here, never markup.</summary>
    public static T Told<T>(this T resource, params IEnumerable<string> lines) where T : DomainResource
    {
        resource.Text = new Narrative
        {
            Status = Narrative.NarrativeStatus.Generated,
            Div = new XElement(Html + "div", lines.Where(line => line.Length > 0).Select(line => new XElement(Html + "p", Storable(line)))).ToString(SaveOptions.DisableFormatting),
        };
        return resource;
    }

    /// <summary>The lines again.</summary>
    public static IReadOnlyList<string> Of(Resource resource) => resource is DomainResource { Text.Div: { } div }
        ? [.. XElement.Parse(div).Elements(Html + "p").Select(paragraph => paragraph.Value)]
        : [];

    /// <summary>XML has no way to write most control characters.</summary>
    public static string Storable(string text) => string.Concat(text.EnumerateRunes()
        .Where(rune => rune.Value is '\t' or '\n' or '\r' || (rune.Value >= 0x20 && rune.Value is not (0xFFFE or 0xFFFF)))
        .Select(rune => rune.ToString()));
}
