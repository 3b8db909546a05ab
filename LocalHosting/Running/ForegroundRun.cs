using Aspire.Hosting;
using Journease.LocalServers;
using Microsoft.Extensions.Hosting;

namespace Journease.LocalHosting.Running;

/// <summary>One run at a terminal: starts, says where everything is or what went wrong, and stays until it is asked to stop.</summary>
internal sealed class ForegroundRun(StartReport report, IHostApplicationLifetime lifetime)
{
    private const int Failure = 1;

    public async Task RunAsync(DistributedApplication application, CancellationToken ct)
    {
        await using (application)
        {
            try
            {
                await application.StartAsync(ct);
            }
            catch (Exception e) when (e is DistributedApplicationException or ServerStartException)
            {
                await Console.Error.WriteLineAsync(e.Message);
                Environment.ExitCode = Failure;
                return;
            }

            using var asked = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
            if (!await report.FollowAsync(asked.Token))
            {
                Environment.ExitCode = Failure;
            }
            Console.WriteLine("Stopping everything...");
            await application.StopAsync(CancellationToken.None);
        }
    }
}
