using System.Globalization;
using System.Xml.Linq;
using Hl7.Fhir.Model;
using Journease.PersonExport;

namespace Journease.Intake.Exports;

/// <summary>The same copy as a page that a person reads: headings and paragraphs, no script, no style, nothing fetched from anywhere.</summary>
internal static class ExportPage
{
    // In the order of the page.
    private static readonly (string Id, string Title, Type[] Of)[] Sections =
    [
        ("missing", "What is not in this copy", [typeof(OperationOutcome)]),
        ("you", "You", [typeof(Patient)]),
        ("answers", "What you answered", [typeof(QuestionnaireResponse), typeof(Observation)]),
        ("decisions", "What was decided", [typeof(ClinicalImpression), typeof(ServiceRequest)]),
        ("safety", "Your safety", [typeof(Flag)]),
        ("consents", "What you signed", [typeof(Consent)]),
        ("team", "Who cares for you", [typeof(CareTeam)]),
        ("appointments", "Your appointments", [typeof(Appointment)]),
        ("circles", "Your circles", [typeof(Basic)]),
        ("messages", "What was said: messages to you and your posts", [typeof(Communication)]),
        ("access", "Who opened your record", [typeof(AuditEvent)]),
    ];

    public static string Of(IReadOnlyList<Resource> resources, DateTimeOffset now)
    {
        var sections = Sections
            .Select(section => (section.Id, section.Title, Resources: resources.Where(resource => section.Of.Contains(resource.GetType())).ToList()))
            .Where(section => section.Resources.Count > 0)
            .ToList();
        var page = new XElement("html", new XAttribute("lang", "en"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", "Everything about me - Journease")),
            new XElement("body",
                new XElement("main",
                    new XElement("h1", "Everything about me"),
                    new XElement("p", $"Made on {now.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC. It is yours: keep it where nobody else reads it."),
                    new XElement("p", "If you are in danger now: call 911. If you need somebody to talk to: call or text 988, at any hour."),
                    new XElement("nav", new XAttribute("aria-label", "In this copy"), new XElement("ul", sections.Select(section =>
                        new XElement("li", new XElement("a", new XAttribute("href", "#" + section.Id), section.Title))))),
                    sections.Select(section => new XElement("section", new XAttribute("aria-labelledby", section.Id),
                        new XElement("h2", new XAttribute("id", section.Id), section.Title),
                        section.Resources.Select(resource => new XElement("div", Words.Of(resource).Select(line => new XElement("p", line)))))))));
        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting);
    }
}
