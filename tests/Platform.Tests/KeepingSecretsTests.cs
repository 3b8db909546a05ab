namespace Journease.Platform.Tests;

/// <summary>Where a secret must not be read by whoever may look at processes or logs.</summary>
[Collection(nameof(OneRunningPlatform))]
[Trait("Needs", "servers")]
public sealed class KeepingSecretsTests(RunningPlatform platform)
{
    [Fact]
    public async Task No_secret_is_on_the_command_line_of_any_process()
    {
        var commands = CommandLines.Now();
        Assert.Contains(commands.Values, command => command.Contains("Journease.Identity", StringComparison.Ordinal));
        Assert.Empty(Told.By(commands.ToDictionary(one => $"process {one.Key}", one => one.Value), await platform.SecretsAsync()));
    }

    [Fact]
    public async Task No_secret_is_in_what_any_process_has_written()
    {
        var logs = await platform.LogsAsync();
        Assert.Contains(logs, log => log.Key.StartsWith("database-setup", StringComparison.Ordinal) && log.Value.Length > 0);
        Assert.Empty(Told.By(logs, await platform.SecretsAsync()));
    }
}
