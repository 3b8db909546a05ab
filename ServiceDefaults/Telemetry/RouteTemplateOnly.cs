using System.Diagnostics;
using OpenTelemetry;

namespace Journease.ServiceDefaults.Telemetry;

/// <summary>Takes paths and queries off spans: a path can name a person, a query what they looked for. The route template stays.</summary>
internal sealed class RouteTemplateOnly : BaseProcessor<Activity>
{
    private static readonly string[] Revealing =
        ["url.path", "url.query", "url.full", "http.target", "http.url", "db.query.text", "db.statement", "exception.message"];

    public override void OnEnd(Activity data)
    {
        foreach (var tag in Revealing)
        {
            data.SetTag(tag, null);
        }
    }
}
