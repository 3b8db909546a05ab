using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Hl7.Fhir.Model;
using Journease.Intake.Exports;
using Journease.PersonExport;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Intake.Tests.Integration;

/// <summary>What intake meets when it asks identity for a token and the other services for what they know about a person.</summary>
public sealed class OtherServices : HttpMessageHandler
{
    private const string Token = "a-token-for-";

    /// <summary>Who does not answer, for which person.</summary>
    public ConcurrentDictionary<(string Service, Guid Person), bool> Away { get; } = new();

    /// <summary>How often each service was asked for a person's part.</summary>
    public ConcurrentBag<(string Service, Guid Person)> Asked { get; } = [];

    public void Replace(IServiceCollection services)
    {
        foreach (var client in AskedServices.All.Select(AskedServices.ClientName).Append("service-tokens"))
        {
            services.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => this);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path == "/identity/connect/token")
        {
            var form = await request.Content!.ReadAsStringAsync(cancellationToken);
            return Json($$"""{"access_token":"{{Token}}{{form.Split("scope=")[1]}}","expires_in":600}""");
        }

        var (service, person) = (path.Split('/')[1], Guid.Parse(path.Split('/')[4]));
        Asked.Add((service, person));
        return !Equals(request.Headers.Authorization, new AuthenticationHeaderValue("Bearer", Token + service))
            ? new HttpResponseMessage(HttpStatusCode.Unauthorized)
            : Away.ContainsKey((service, person)) ? new HttpResponseMessage(HttpStatusCode.NotFound) : Json(FhirR4.ToText(KnownTo(service, person)));
    }

    private static Bundle KnownTo(string service, Guid person) => FhirR4.Collection(
        service switch
        {
            "identity" => [new Patient { Id = person.ToString() }.Told("You are called Robin.")],
            "scheduling" => [new Basic { Id = Guid.CreateVersion7().ToString(), Code = FhirR4.Called("Appointment") }.Told("An appointment.")],
            _ => [],
        },
        TimeProvider.System.GetUtcNow());

    private static HttpResponseMessage Json(string text) => new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
}
