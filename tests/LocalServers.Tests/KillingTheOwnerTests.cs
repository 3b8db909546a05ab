using System.Diagnostics;
using Journease.Testing;

namespace Journease.LocalServers.Tests;

/// <summary>The owner of the servers is a process of its own here, so that it can be killed.</summary>
[Trait("Needs", "servers")]
public sealed class KillingTheOwnerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Nothing_is_left_after_five_seconds()
    {
        using var owner = await StartOwnerAsync();
        var left = LocalProcess.DescendantsOf(owner.Id);
        Assert.True(left.Count > 8, "PostgreSQL, RabbitMQ, epmd and what they start should be running.");

        owner.Kill();

        await Eventually.TrueAsync(() => !left.Any(LocalProcess.IsAlive), Limit);
    }

    [Fact]
    public async Task Nothing_is_left_even_when_the_guardian_was_killed_before()
    {
        using var owner = await StartOwnerAsync();
        var first = GuardianOf(owner.Id)!.Value;
        Process.GetProcessById(first).Kill();
        await Eventually.TrueAsync(() => GuardianOf(owner.Id) is { } next && next != first, Limit);
        var left = LocalProcess.DescendantsOf(owner.Id);

        owner.Kill();

        await Eventually.TrueAsync(() => !left.Any(LocalProcess.IsAlive), Limit);
    }

    private static int? GuardianOf(int owner) =>
        LocalProcess.DescendantsOf(owner)
            .Where(id => LocalProcess.IsAlive(id) && LocalProcess.CommandLineOf(id).Contains("journease-guardian", StringComparison.Ordinal))
            .Select(id => (int?)id)
            .FirstOrDefault();

    private static async Task<Process> StartOwnerAsync()
    {
        // Beside this project's own output: artifacts/<host>/bin/<project>/<configuration>.
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var program = Path.Combine(here.Parent!.Parent!.FullName, "Servers", here.Name, "Journease.Servers.dll");
        var owner = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (await owner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == "READY")
            {
                return owner;
            }
        }
        throw new InvalidOperationException("The servers did not start.");
    }
}
