using System.Collections.Concurrent;
using Journease.Testing;

namespace Journease.LocalServers.Tests;

public sealed class RunningAGuardedProcessTests
{
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> error = new();

    [Fact]
    public async Task Its_lines_and_its_exit_code_are_told()
    {
        await using var process = Shell("echo one; echo two; echo three >&2; exit 7");

        Assert.Equal(7, await process.Exited);
        Assert.Equal(["one", "two"], output);
        Assert.Equal(["three"], error);
    }

    [Fact]
    public async Task Its_environment_is_the_one_given_and_no_other()
    {
        await using var process = GuardedProcess.Start(new()
        {
            Command = "/usr/bin/env",
            Environment = new Dictionary<string, string>
            {
                ["services__community-groups__http__0"] = "http://127.0.0.1:1",
                ["Logging__LogLevel__Microsoft.AspNetCore"] = "a b \"c\" $d",
            },
            OnOutput = output.Enqueue,
        });
        await process.Exited;

        Assert.Contains("services__community-groups__http__0=http://127.0.0.1:1", output);
        Assert.Contains("Logging__LogLevel__Microsoft.AspNetCore=a b \"c\" $d", output);
        Assert.DoesNotContain(output, line => line.StartsWith("HOME=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_id_is_the_real_one()
    {
        await using var process = Shell("echo $$; exec sleep 600");
        await Eventually.TrueAsync(() => output.Contains(process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Killed_by_anyone_it_is_seen_to_be_gone()
    {
        await using var process = Shell("exec sleep 600");
        await using var killer = Shell($"kill -9 {process.Id}");

        Assert.Equal(128 + 9, await process.Exited.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Asked_to_stop_it_may_end_in_good_order()
    {
        await using var process = Shell("trap 'exit 3' TERM; echo ready; while true; do sleep 0.02; done");
        await Eventually.TrueAsync(() => output.Contains("ready"));

        Assert.Equal(3, await process.StopAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Deaf_to_the_request_it_is_killed_after_the_grace()
    {
        await using var process = Shell("trap '' TERM; echo ready; while true; do sleep 0.02; done");
        await Eventually.TrueAsync(() => output.Contains("ready"));

        Assert.Equal(128 + 9, await process.StopAsync(TimeSpan.FromMilliseconds(200)));
    }

    [Fact]
    public async Task What_it_started_goes_with_it()
    {
        await using var process = Shell("sleep 600 & echo $!; exec sleep 600");
        await Eventually.TrueAsync(() => !output.IsEmpty);
        var grandchild = int.Parse(output.First(), System.Globalization.CultureInfo.InvariantCulture);

        await process.KillAsync();

        await Eventually.TrueAsync(() => !LocalProcess.IsAlive(grandchild), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_missing_command_is_one_sentence()
    {
        var refused = Assert.Throws<ServerStartException>(() => GuardedProcess.Start(new() { Command = "no-such-command" }));
        Assert.Equal("The command no-such-command is not installed on this machine.", refused.Message);
    }

    private GuardedProcess Shell(string script) => GuardedProcess.Start(new()
    {
        Command = "/bin/sh",
        Arguments = ["-c", script],
        OnOutput = output.Enqueue,
        OnError = error.Enqueue,
    });
}
