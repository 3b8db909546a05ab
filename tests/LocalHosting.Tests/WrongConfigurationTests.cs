using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Journease.LocalHosting.Tests;

public sealed class WrongConfigurationTests
{
    [Fact]
    public async Task A_missing_parameter_stops_the_start_with_a_sentence_that_names_the_variable()
    {
        var run = await HostProcess.RunToEndAsync("--scene", "parameter");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("Parameters:needed has no value: set the variable Parameters__needed.", run.Said.Trim());
    }

    [Fact]
    public async Task A_taken_port_stops_the_start_with_a_sentence_that_names_the_port()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var run = await HostProcess.RunToEndAsync("--scene", "web", "--port", port);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"Port {port}, which 'web' needs, is taken by another program", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_is_left_to_the_Aspire_host()
    {
        var run = await HostProcess.RunToEndAsync("--scene", "web", "--operation", "publish");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("Publishing needs the Aspire host", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_start_ends_the_run_and_the_terminal_says_which_and_why()
    {
        var run = await HostProcess.RunToEndAsync("--scene", "failing");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'worker' could not start: It ended with exit code 3.", run.Said, StringComparison.Ordinal);
        Assert.Contains("  | leaving with 3", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_that_wait_for_each_other_are_named()
    {
        await using var builder = await Scene.EmptyAsync();
        var first = builder.AddWeb("first");
        var second = builder.AddWeb("second").WaitFor(first);
        first.WaitFor(second);

        var refused = await Assert.ThrowsAsync<DistributedApplicationException>(builder.StartAsync);

        Assert.Equal("These wait for each other and would never start: first, second.", refused.Message);
    }
}
