using Journease.Testing.Services;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Journease.Testing.Authorization;

/// <summary>
/// Every endpoint of a service, tried by everybody, over HTTP: who gets what, and that whoever is refused changes nothing.
/// A service's tests derive from it, arrange a <see cref="Scene"/> and keep <c>Authorization/matrix.txt</c>.
/// </summary>
/// <param name="prefix">The prefix of the service's API, such as <c>/intake/v1</c>.</param>
/// <param name="document">The name of the table in <c>docs/authorization</c>.</param>
public abstract class AuthorizationMatrix<TProgram>(ServiceHost<TProgram> host, string prefix, string document)
    where TProgram : class
{
    private static readonly MatrixFile File = MatrixFile.OfThisProject;

    /// <summary>Makes what the rows ask for, new each time, with the accounts of this scene.</summary>
    protected abstract Task<Scene> ArrangeAsync();

    /// <summary>The names of everything that can be called.</summary>
    protected virtual IEnumerable<string> Endpoints() =>
        host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(prefix, StringComparison.Ordinal)
                && !endpoint.RoutePattern.RawText.EndsWith("openapi.json", StringComparison.Ordinal))
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!);

    /// <summary>Makes what a persona needs who is about to try.</summary>
    protected virtual Task EnterAsync(Persona persona, Scene scene, MatrixRow row) => Task.CompletedTask;

    /// <summary>A statement that says whether everything has ended that an arrangement set off: later, it would look like a change.</summary>
    protected virtual string Settled => $"select not exists (select from {Schema}.outbox_message where parked_at is null)";

    protected internal virtual HttpClient NewClient() => host.CreateClient();

    /// <summary>Puts on a request by what this persona shows who they are.</summary>
    protected internal virtual Task ShowAsync(HttpRequestMessage request, MatrixRow row, Persona persona, Scene scene)
    {
        if (PersonaTokens.For(persona, scene, host.Audience) is { } token)
        {
            request.Headers.Authorization = new("Bearer", token);
        }
        return Task.CompletedTask;
    }

    /// <summary>Whether a refusal looks as refusals do here.</summary>
    protected internal virtual bool IsProperRefusal(MatrixRow row, HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is "application/problem+json";

    /// <summary>Whether what is tried must be found in the audit afterwards, where the endpoint is audited.</summary>
    protected internal virtual bool IsTraced(MatrixRow row) => true;

    /// <summary>All rows, for what has to hold of many of them.</summary>
    protected static IReadOnlyList<MatrixRow> Rows => File.Rows;

    /// <summary>Everything arranged, and everything ended that this set off.</summary>
    protected async Task<Scene> QuietSceneAsync(NpgsqlDataSource database, Persona persona, MatrixRow row)
    {
        var scene = await SceneAsync(database);
        await EnterAsync(persona, scene, row);
        await SettleAsync(database);
        return scene;
    }

    /// <summary>Sends a row's request, perhaps a changed one.</summary>
    protected Task<HttpResponseMessage> SendAsync(MatrixRow row, Persona persona, Scene scene) =>
        new MatrixTrial<TProgram>(this, host, row, File.Fields).SendAsync(persona, scene);

    private string Schema => prefix.Split('/')[1];

    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var endpoints = Endpoints().ToHashSet();
        var rows = File.Rows.Select(row => row.Endpoint).ToHashSet();
        Assert.True(rows.SetEquals(endpoints),
            $"Without a row in Authorization/matrix.txt: {string.Join(", ", endpoints.Except(rows).Order())}. Rows without an endpoint: {string.Join(", ", rows.Except(endpoints).Order())}. "
            + "docs/authorization/README.md says how a row is added.");
    }

    [Fact]
    public void The_table_in_the_documents_is_this_one() => MatrixDocument.Hold(document, File);

    [Theory]
    [MemberData(nameof(MatrixFile.RowNames), MemberType = typeof(MatrixFile))]
    public async Task Everybody_gets_what_the_matrix_says(string rowName)
    {
        var row = File.Rows.Single(row => row.Name == rowName);
        var trial = new MatrixTrial<TProgram>(this, host, row, File.Fields);
        await host.DisableAsync(PersonaTokens.DisabledAccount);
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);

        var scene = await SceneAsync(database);
        foreach (var persona in Persona.All.Where(persona => row.Cells[persona].IsDenial))
        {
            await EnterAsync(persona, scene, row);
        }
        await SettleAsync(database);
        foreach (var persona in Persona.All.Where(persona => row.Cells[persona].IsDenial))
        {
            var before = await DatabasePrint.TakeAsync(database);
            await trial.TryAsync(persona, scene);
            trial.ExpectUnchanged(persona.Name, before, await DatabasePrint.TakeAsync(database));
        }
        foreach (var persona in Persona.All.Where(persona => !row.Cells[persona].IsDenial))
        {
            scene = row.Writes ? await SceneAsync(database) : scene;
            await EnterAsync(persona, scene, row);
            await trial.TryAsync(persona, scene);
        }
        Assert.True(trial.Findings.Count == 0, string.Join(Environment.NewLine, trial.Findings));
    }

    [Fact]
    public async Task What_is_not_the_callers_to_set_is_refused_in_every_body_and_nothing_changes()
    {
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);
        var scene = await SceneAsync(database);
        var overPosting = new OverPosting(host.Services);
        var (tried, findings) = (0, new List<string>());
        var rows = File.Rows.Where(row => row.Body is not null && row.Endpoint == row.Name && row.Cells.Values.Any(cell => !cell.IsDenial)).ToList();
        foreach (var row in rows)
        {
            var trial = new MatrixTrial<TProgram>(this, host, row, File.Fields);
            var allowed = Persona.All.First(persona => !row.Cells[persona].IsDenial);
            await EnterAsync(allowed, scene, row);
            await SettleAsync(database);
            var before = await DatabasePrint.TakeAsync(database);
            foreach (var (field, body) in overPosting.VariantsOf(row, scene.Fill(row.Body!)))
            {
                tried++;
                using var answer = await trial.SendAsync(allowed, scene, body);
                var said = await answer.Content.ReadAsStringAsync();
                if ((int)answer.StatusCode != 400 || !said.Contains(field, StringComparison.Ordinal))
                {
                    findings.Add($"{row.Name} with {field} got {(int)answer.StatusCode}: {body} {said}");
                }
            }
            var after = await DatabasePrint.TakeAsync(database);
            findings.AddRange(after.Where(table => before[table.Key] != table.Value).Select(table => $"{row.Name} changed {table.Key}"));
        }
        Assert.True(tried > 0 || rows.Count == 0, "No body was tried.");
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
    }

    private async Task<Scene> SceneAsync(NpgsqlDataSource database)
    {
        var scene = await ArrangeAsync();
        scene["prefix"] = prefix;
        scene["parked"] = await ParkedMessage.AddAsync(database, Schema);
        return scene;
    }

    private Task SettleAsync(NpgsqlDataSource database) => Eventually.TrueAsync(async () =>
    {
        await using var command = database.CreateCommand(Settled);
        return await command.ExecuteScalarAsync() is true;
    });
}
