using System.Text;
using Journease.ServiceDefaults.Auditing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Testing.Authorization;

/// <summary>One row, tried by one persona after the other; what was not as expected is collected.</summary>
internal sealed class MatrixTrial<TProgram>(
    AuthorizationMatrix<TProgram> matrix, ServiceHost<TProgram> host, MatrixRow row, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    where TProgram : class
{
    private readonly bool isAudited = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
        .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == row.Endpoint)
        ?.Metadata.GetMetadata<AuditDeclaration>() is { IsAudited: true };

    public List<string> Findings { get; } = [];

    public async Task TryAsync(Persona persona, Scene scene)
    {
        var expected = row.Cells[persona];
        var before = await TracesAsync(expected);
        using var response = await SendAsync(persona, scene);
        var body = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != expected.Status)
        {
            Findings.Add($"{persona} got {(int)response.StatusCode} {response.Headers.Location} instead of {expected}: {(body.Length > 400 ? body[..400] : body)}");
            return;
        }
        if (isAudited && matrix.IsTraced(row) && await TracesAsync(expected) == before)
        {
            Findings.Add($"{persona} got {expected} and left no trace in the {(expected.Status == 401 ? "security log" : "audit")}");
        }
        CheckTelling(persona, scene, body);
        if (expected.IsRedirect)
        {
            CheckAddress(persona, expected, response);
        }
        else if (expected.IsDenial)
        {
            if (!matrix.IsProperRefusal(row, response))
            {
                Findings.Add($"{persona} was refused with {response.Content.Headers.ContentType}, which is not how one refuses here");
            }
        }
        else
        {
            CheckFields(persona, expected, response.Content.Headers.ContentType?.MediaType, body);
        }
    }

    /// <summary>The request of the row, as this persona sends it, perhaps with another body.</summary>
    public async Task<HttpResponseMessage> SendAsync(Persona persona, Scene scene, string? otherBody = null)
    {
        using var client = matrix.NewClient();
        using var request = new HttpRequestMessage(row.Method, scene.Fill(row.Path, persona));
        if (row.Writes)
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }
        foreach (var (name, value) in row.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, scene.Fill(value, persona));
        }
        if ((otherBody ?? row.Body) is { } body)
        {
            request.Content = new StringContent(scene.Fill(body, persona), Encoding.UTF8, "application/json");
        }
        if (row.Form is { } form)
        {
            request.Content = new FormUrlEncodedContent(form.Split('&').Select(field => field.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], scene.Fill(pair[1], persona))));
        }
        await matrix.ShowAsync(request, row, persona, scene);
        return await client.SendAsync(request);
    }

    public void ExpectUnchanged(string who, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        foreach (var table in after.Where(table => before[table.Key] != table.Value && !row.MayChange.Contains(table.Key)))
        {
            Findings.Add($"{who} was refused and yet {table.Key} changed");
        }
    }

    private void CheckFields(Persona persona, MatrixCell expected, string? mediaType, string body)
    {
        var visible = mediaType switch
        {
            "application/json" => VisibleFields.In(body),
            "text/html" => VisibleFields.InPage(body),
            _ => [],
        };
        var known = expected.Fields is null ? [] : fields.TryGetValue(expected.Fields, out var named) ? named : [$"(no line 'fields {expected.Fields} = ...')"];
        var more = visible.Except(known).ToList();
        var less = known.Except(visible).ToList();
        if (more.Count + less.Count > 0)
        {
            Findings.Add($"{persona} sees besides: [{string.Join(", ", more)}], and does not see: [{string.Join(", ", less)}]");
        }
    }

    private void CheckAddress(Persona persona, MatrixCell expected, HttpResponseMessage response)
    {
        var own = response.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority);
        var address = response.Headers.Location!.ToString().Split('?')[0];
        address = address.StartsWith(own + "/", StringComparison.Ordinal) ? address[own.Length..] : address;
        if (address != expected.Fields)
        {
            Findings.Add($"{persona} was sent to {address} instead of {expected.Fields}");
        }
    }

    // A service works for somebody whom it names; everybody else is shown themselves.
    private void CheckTelling(Persona persona, Scene scene, string body)
    {
        if (persona == Persona.Service || (row.ShowsOthers && !row.Cells[persona].IsDenial))
        {
            return;
        }
        var self = scene.Account(persona.ActsAsOwner ? Persona.Owner : persona);
        foreach (var (word, (account, what)) in scene.Telling.Where(word => word.Value.Account != self && body.Contains(word.Key, StringComparison.OrdinalIgnoreCase)))
        {
            Findings.Add($"{persona} is shown {what} of somebody else");
        }
    }

    // Who is not let in is in the security log, everybody else in the audit.
    private async Task<long> TracesAsync(MatrixCell expected) => expected.Status == 401
        ? host.Log.Lines.Count(line => line.Contains("Not let in to", StringComparison.Ordinal))
        : await host.ScalarAsync<long>("select count(*) from audit.event");
}
