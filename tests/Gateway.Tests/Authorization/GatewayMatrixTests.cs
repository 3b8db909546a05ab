using System.Net.Http.Headers;
using Journease.Testing.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Model;

namespace Journease.Gateway.Tests.Authorization;

/// <summary>What the gateway answers itself, tried by everybody. What it passes on is tried in <see cref="EveryOperationTests"/>.</summary>
public sealed class GatewayMatrixTests(EveryServiceGateway platform) : IClassFixture<EveryServiceGateway>
{
    private static readonly MatrixFile File = MatrixFile.OfThisProject;

    [Fact]
    public void Every_endpoint_of_its_own_has_a_row_and_every_row_an_endpoint()
    {
        var endpoints = platform.Gateway.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<RouteModel>() is null)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!)
            .ToHashSet();
        var rows = File.Rows.Select(row => row.Endpoint).ToHashSet();
        Assert.True(rows.SetEquals(endpoints),
            $"Without a row in Authorization/matrix.txt: {string.Join(", ", endpoints.Except(rows).Order())}. Rows without an endpoint: {string.Join(", ", rows.Except(endpoints).Order())}. "
            + "docs/authorization/README.md says how a row is added.");
    }

    [Fact]
    public void The_table_in_the_documents_is_this_one() => MatrixDocument.Hold("gateway", File);

    [Theory]
    [MemberData(nameof(MatrixFile.RowNames), MemberType = typeof(MatrixFile))]
    public async Task Everybody_gets_what_the_matrix_says(string rowName)
    {
        var row = File.Rows.Single(row => row.Name == rowName);
        var findings = new List<string>();
        var passed = platform.Services.Received.Count;
        foreach (var persona in Persona.All)
        {
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://localhost:{platform.Gateway.Port}") };
            using var request = new HttpRequestMessage(row.Method, row.Path);
            request.Headers.Authorization = PersonaTokens.For(persona, new Scene(), "intake") is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var got = answer.Headers.Location is { } location ? $"{(int)answer.StatusCode} {location}" : $"{(int)answer.StatusCode}";
            if (got != row.Cells[persona].ToString())
            {
                findings.Add($"{persona} got {got} instead of {row.Cells[persona]}");
            }
        }
        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, findings));
        Assert.Equal(passed, platform.Services.Received.Count);
    }
}
