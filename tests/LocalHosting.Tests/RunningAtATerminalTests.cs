using System.Net.Http.Json;
using System.Text.Json;

namespace Journease.LocalHosting.Tests;

public sealed class RunningAtATerminalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_addresses_are_said_once_all_is_healthy_and_a_signal_stops_everything()
    {
        await using var host = HostProcess.Start("--scene", "web");
        var addresses = await AddressesAsync(host);
        using var client = new HttpClient { BaseAddress = new Uri(addresses["web"]) };
        var web = await client.GetFromJsonAsync<int>("/id", Ct);

        var exitCode = await host.StopAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains($"web        {addresses["web"]}", host.Said, StringComparison.Ordinal);
        Assert.False(File.Exists(host.Addresses));
        Assert.False(Directory.Exists($"/proc/{web}"));
    }

    [Fact]
    public async Task Killed_it_leaves_no_process_behind()
    {
        await using var host = HostProcess.Start("--scene", "web", "--replicas", "2");
        var addresses = await AddressesAsync(host);
        using var client = new HttpClient { BaseAddress = new Uri(addresses["web"]) };
        var (one, other) = (await client.GetFromJsonAsync<int>("/id", Ct), await client.GetFromJsonAsync<int>("/id", Ct));

        await host.KillAsync();

        await Eventually.TrueAsync(
            () => !Directory.Exists($"/proc/{one}") && !Directory.Exists($"/proc/{other}"), TimeSpan.FromSeconds(5));
    }

    private static async Task<Dictionary<string, string>> AddressesAsync(HostProcess host)
    {
        await Eventually.TrueAsync(() => File.Exists(host.Addresses), TimeSpan.FromSeconds(60));
        return JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(host.Addresses, Ct))!;
    }
}
