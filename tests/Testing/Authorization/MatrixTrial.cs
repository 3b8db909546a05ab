using System.Net.Http.Headers;
using System.Text;
using Journease.ServiceDefaults.Auditing;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Testing.Authorization;

/// <summary>One row, tried by one persona after the other; what was not as expected is collected.</summary>
internal sealed class MatrixTrial<TProgram>(
    ServiceHost<TProgram> host, MatrixRow row, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    where TProgram : class
{
    // The same for every row: to be disabled takes a moment to be known everywhere.
    private static readonly Guid DisabledAccount = Guid.CreateVersion7();

    private readonly bool isAudited = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
        .First(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == row.Endpoint)
        .Metadata.GetMetadata<AuditDeclaration>()!.IsAudited;

    public List<string> Findings { get; } = [];

    public Task DisableAsync() => host.DisableAsync(DisabledAccount);

    public async Task TryAsync(Persona persona, Scene scene)
    {
        var expected = row.Cells[persona];
        using var client = host.CreateClient();
        using var request = Request(scene);
        if (Token(persona, scene) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        var before = await TracesAsync(expected);
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != expected.Status)
        {
            Findings.Add($"{persona} got {(int)response.StatusCode} instead of {expected}: {body}");
            return;
        }
        if (isAudited && await TracesAsync(expected) == before)
        {
            Findings.Add($"{persona} got {expected} and left no trace in the {(expected.Status == 401 ? "security log" : "audit")}");
        }
        if (expected.IsDenial)
        {
            if (response.Content.Headers.ContentType?.MediaType is not "application/problem+json")
            {
                Findings.Add($"{persona} was refused with {response.Content.Headers.ContentType}, not a problem document");
            }
            return;
        }

        var visible = response.Content.Headers.ContentType?.MediaType == "application/json" ? VisibleFields.In(body) : [];
        var known = expected.Fields is null ? [] : fields.TryGetValue(expected.Fields, out var named) ? named : [$"(no line 'fields {expected.Fields} = ...')"];
        var more = visible.Except(known).ToList();
        var less = known.Except(visible).ToList();
        if (more.Count + less.Count > 0)
        {
            Findings.Add($"{persona} sees besides: [{string.Join(", ", more)}], and does not see: [{string.Join(", ", less)}]");
        }
    }

    public void ExpectUnchanged(Persona persona, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        foreach (var table in after.Where(table => before[table.Key] != table.Value))
        {
            Findings.Add($"{persona} was refused and yet {table.Key} changed");
        }
    }

    // Who is not let in is in the security log, everybody else in the audit.
    private async Task<long> TracesAsync(MatrixCell expected) => expected.Status == 401
        ? host.Log.Lines.Count(line => line.Contains("Not let in to", StringComparison.Ordinal))
        : await host.ScalarAsync<long>("select count(*) from audit.event");

    private HttpRequestMessage Request(Scene scene)
    {
        var request = new HttpRequestMessage(row.Method, scene.Fill(row.Path));
        if (row.Writes)
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }
        foreach (var (name, value) in row.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, scene.Fill(value));
        }
        if (row.Body is { } body)
        {
            request.Content = new StringContent(scene.Fill(body), Encoding.UTF8, "application/json");
        }
        return request;
    }

    private string? Token(Persona persona, Scene scene)
    {
        if (persona == Persona.Anonymous)
        {
            return null;
        }
        if (persona == Persona.Service)
        {
            return TestTokens.ForService(host.Audience);
        }

        var owner = persona == Persona.Expired || persona == Persona.WrongAudience || persona == Persona.Tampered;
        var account = persona == Persona.Disabled ? DisabledAccount : scene.Account(owner ? Persona.Owner : persona);
        var claims = new Dictionary<string, object> { ["sub"] = account.ToString(), ["role"] = new[] { persona.Role! } };
        var token = TestTokens.Create(
            claims,
            persona == Persona.WrongAudience ? "another-service" : host.Audience,
            expires: persona == Persona.Expired ? DateTime.UtcNow.AddMinutes(-5) : null);
        return persona == Persona.Tampered ? Tampered(token) : token;
    }

    // The claims of somebody else under the owner's signature.
    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(parts[1]));
        parts[1] = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(claims.Replace("\"client\"", "\"administrator\"", StringComparison.Ordinal));
        return string.Join('.', parts);
    }
}
