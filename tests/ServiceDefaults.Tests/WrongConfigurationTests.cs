using System.Diagnostics;

namespace Journease.ServiceDefaults.Tests;

public sealed class WrongConfigurationTests
{
    [Fact]
    public async Task A_missing_connection_string_ends_the_process_with_one_sentence()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "../../Identity/debug/Journease.Identity.dll")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(78, process.ExitCode);
        Assert.Equal("ConnectionStrings__identity is not set: give the connection string of the identity database.", said.Trim());
    }
}
