using Journease.Testing;

namespace Journease.Platform.Tests;

[Trait("Needs", "servers")]
public sealed class KillingTheAppHostTests(StartedAppHost host) : IClassFixture<StartedAppHost>
{
    [Fact]
    public async Task Killed_with_9_it_leaves_no_process_after_five_seconds()
    {
        Assert.True(host.Processes.Count > 12, $"only {host.Processes.Count} processes run");

        await host.KillAsync();

        await Eventually.EqualAsync(0, () => Task.FromResult(host.Processes.Count(IsAlive)), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Neither_the_addresses_nor_logs_nor_command_lines_told_a_secret()
    {
        Assert.Contains("run.json", host.Readable.Keys);
        Assert.True(host.Readable.Keys.Count(name => name.EndsWith(".log", StringComparison.Ordinal)) >= 12, string.Join(", ", host.Readable.Keys));
        Assert.Empty(Told.By(host.Readable, host.Secrets));
    }

    private static bool IsAlive(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
}
