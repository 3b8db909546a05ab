namespace Journease.Benchmarks.Booking;

/// <summary>The scheduling service as it runs in production, on a database of its own.</summary>
internal static class MeasuredScheduling
{
    public static async Task<BenchmarkProcess> StartAsync(string database, Uri broker, MeasuredIssuer issuer)
    {
        var port = BenchmarkProcess.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings__scheduling"] = database,
            ["ConnectionStrings__rabbitmq"] = broker.ToString(),
            ["Authentication__Issuer"] = issuer.Name,
            ["Gateway__Secret"] = BenchmarkProcess.GatewaySecret,
            ["Sealing__MasterKeys__1"] = BenchmarkProcess.MasterKey,
            ["services__identity__http__0"] = issuer.Address,
        };
        await BenchmarkProcess.OutputOfAsync("dotnet", [Built.Assembly("Scheduling"), "migrate"], environment);
        return await BenchmarkProcess.StartAsync("dotnet", [Built.Assembly("Scheduling")], port, "/health", environment);
    }
}
