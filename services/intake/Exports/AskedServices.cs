using Journease.PersonExport;
using Journease.ServiceDefaults.Authentication;

namespace Journease.Intake.Exports;

/// <summary>The other services that know something about people, and how each is asked.</summary>
internal sealed class AskedServices(IHttpClientFactory clients)
{
    /// <summary>intake itself, which is not asked over HTTP.</summary>
    public const string Self = "intake";

    // The audience of its tokens, which is also the first part of its paths, and the name it is found under.
    private static readonly IReadOnlyDictionary<string, string> Hosts = new Dictionary<string, string>
    {
        ["identity"] = "identity",
        ["scheduling"] = "scheduling",
        ["groups"] = "community-groups",
        ["content"] = "content",
        ["notifications"] = "notifications",
    };

    /// <summary>In the order of the copy.</summary>
    public static readonly IReadOnlyList<string> All = ["identity", Self, "scheduling", "groups", "content", "notifications"];

    /// <summary>What a service knows about a person; valid FHIR R4 or an exception.</summary>
    public async Task<string> AskAsync(string service, Guid subject, CancellationToken ct)
    {
        using var client = clients.CreateClient(ClientName(service));
        using var response = await client.GetAsync(new Uri($"{service}/v1/people/{subject}/export", UriKind.Relative), ct);
        response.EnsureSuccessStatusCode();
        var json = await response.Content.ReadAsStringAsync(ct);
        FhirR4.Parse(json);
        return json;
    }

    public static string ClientName(string service) => "export-" + service;

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AskedServices>();
        foreach (var (service, host) in Hosts)
        {
            builder.Services.AddHttpClient(ClientName(service), client => client.BaseAddress = new Uri($"http://{host}/")).WithServiceToken(service);
        }
    }
}
