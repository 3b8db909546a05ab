using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Journease.LocalHosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>The whole system, ready to be started.</summary>
public class DistributedApplication : IHost, IAsyncDisposable
{
    private readonly IHost host;
    private readonly EntryPointRun? entryPoint = EntryPointRun.Current;
    private int disposed;

    public DistributedApplication(IHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        this.host = host;
    }

    public IServiceProvider Services => host.Services;

    public ResourceNotificationService ResourceNotifications => Services.GetRequiredService<ResourceNotificationService>();

    public ResourceCommandService ResourceCommands => Services.GetRequiredService<ResourceCommandService>();

    public static IDistributedApplicationBuilder CreateBuilder() => CreateBuilder([]);

    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    public static IDistributedApplicationBuilder CreateBuilder(DistributedApplicationOptions options) => new DistributedApplicationBuilder(options);

    /// <summary>Runs until it is asked to stop. What keeps it from starting is said in a sentence.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (entryPoint is not null)
        {
            // A test starts and stops the application; the AppHost's own Main only waits for that.
            await entryPoint.Ended.WaitAsync(cancellationToken);
            return;
        }
        await Services.GetRequiredService<ForegroundRun>().RunAsync(this, cancellationToken);
    }

    public virtual Task StartAsync(CancellationToken cancellationToken = default) => host.StartAsync(cancellationToken);

    public virtual Task StopAsync(CancellationToken cancellationToken = default) => host.StopAsync(cancellationToken);

    public virtual void Dispose()
    {
        DisposeAsync().AsTask().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }
        // Disposing stops: a test that fails must leave nothing behind.
        await Services.GetRequiredService<ApplicationRunner>().DisposeAsync();
        entryPoint?.End();
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }
}
