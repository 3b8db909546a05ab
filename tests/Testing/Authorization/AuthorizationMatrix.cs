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

    [Fact]
    public void Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var endpoints = host.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith(prefix, StringComparison.Ordinal)
                && !endpoint.RoutePattern.RawText.EndsWith("openapi.json", StringComparison.Ordinal))
            .Select(endpoint => endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName)
            .ToHashSet();
        var rows = File.Rows.Select(row => row.Endpoint).ToHashSet();
        Assert.True(rows.SetEquals(endpoints),
            $"Without a row in Authorization/matrix.txt: {string.Join(", ", endpoints.Except(rows).Order())}. Rows without an endpoint: {string.Join(", ", rows.Except(endpoints).Order())}.");
    }

    [Fact]
    public void The_table_in_the_documents_is_this_one() => MatrixDocument.Hold(document, File);

    [Theory]
    [MemberData(nameof(MatrixFile.RowNames), MemberType = typeof(MatrixFile))]
    public async Task Everybody_gets_what_the_matrix_says(string rowName)
    {
        var row = File.Rows.Single(row => row.Name == rowName);
        var trial = new MatrixTrial<TProgram>(host, row, File.Fields);
        await trial.DisableAsync();
        await using var database = NpgsqlDataSource.Create(host.ConnectionString);

        var scene = await SceneAsync(database);
        foreach (var persona in Persona.All.Where(persona => row.Cells[persona].IsDenial))
        {
            var before = await DatabasePrint.TakeAsync(database);
            await trial.TryAsync(persona, scene);
            trial.ExpectUnchanged(persona, before, await DatabasePrint.TakeAsync(database));
        }
        foreach (var persona in Persona.All.Where(persona => !row.Cells[persona].IsDenial))
        {
            scene = row.Writes ? await SceneAsync(database) : scene;
            await trial.TryAsync(persona, scene);
        }
        Assert.True(trial.Findings.Count == 0, string.Join(Environment.NewLine, trial.Findings));
    }

    // What the arrangement announced must have left, or its leaving would look like a change.
    private async Task<Scene> SceneAsync(NpgsqlDataSource database)
    {
        var scene = await ArrangeAsync();
        scene["prefix"] = prefix;
        scene["parked"] = await ParkedMessage.AddAsync(database, prefix.Split('/')[1]);
        await Eventually.TrueAsync(async () =>
        {
            await using var command = database.CreateCommand($"select not exists (select from {prefix.Split('/')[1]}.outbox_message where parked_at is null)");
            return await command.ExecuteScalarAsync() is true;
        });
        return scene;
    }
}
