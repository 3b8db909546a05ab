using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Aspire.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Platform.Tests;

/// <summary>The whole platform as AppHost.cs describes it, with fresh data and two replicas where the journey writes.</summary>
public sealed partial class RunningPlatform : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Everything =
        ["gateway", "portal", "identity", "intake", "scheduling", "content", "community-groups", "notifications", "rabbitmq", "postgres"];

    private DistributedApplication? app;

    public Uri Gateway => App.GetEndpoint("gateway", "http");

    public Uri Portal => App.GetEndpoint("portal", "http");

    private DistributedApplication App => app ?? throw new InvalidOperationException("The platform runs after InitializeAsync.");

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            ["--replicas:intake", "2", "--replicas:scheduling", "2"], TestContext.Current.CancellationToken);
        app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await HealthyAsync(Everything);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    public async Task<string> DatabaseAsync(string name) => $"{await App.GetConnectionStringAsync("postgres")};Database={name}";

    /// <summary>Kills every process once with -9, each replica too, the next one when the one before is healthy again.</summary>
    public async Task<IReadOnlyList<string>> KillEachProcessOnceAsync()
    {
        var killed = new List<string>();
        foreach (var name in Everything)
        {
            foreach (var (id, process) in await ProcessesAsync(name))
            {
                using (var kill = Process.Start("/bin/kill", ["-9", process.ToString(CultureInfo.InvariantCulture)]))
                {
                    await kill.WaitForExitAsync();
                }
                killed.Add(id);
                await App.ResourceNotifications.WaitForResourceAsync(
                    name, change => change.ResourceId == id && ProcessOf(change) is { } again && again != process).WaitAsync(Patience);
                await HealthyAsync(name);
            }
        }
        return killed;
    }

    /// <summary>What every process has written so far by its name, those that are done too.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LogsAsync()
    {
        var service = App.Services.GetRequiredService<ResourceLoggerService>();
        var logs = new Dictionary<string, string>();
        foreach (var id in (await NewsAsync(_ => true)).Select(change => change.ResourceId).Distinct())
        {
            // The first batch is everything that was written before.
            await foreach (var lines in service.WatchAsync(id).WithCancellation(TestContext.Current.CancellationToken))
            {
                logs[id] = string.Join('\n', lines.Select(line => line.Content));
                break;
            }
        }
        return logs;
    }

    /// <summary>Everything that the broker has on disk, queues included, as text.</summary>
    public async Task<string> BrokerFilesAsync()
    {
        var broker = (await ProcessesAsync("rabbitmq")).Values.Single();
        var environment = await File.ReadAllTextAsync($"/proc/{broker}/environ", TestContext.Current.CancellationToken);
        var folder = environment.Split('\0').Single(variable => variable.StartsWith("RABBITMQ_MNESIA_BASE=", StringComparison.Ordinal)).Split('=', 2)[1];
        return string.Concat(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
    }

    /// <summary>Every message that was sent, as the mail catcher has it.</summary>
    public async Task<string> MailAsync()
    {
        using var mail = App.CreateHttpClient("mail", "http");
        return await mail.GetStringAsync(new Uri("/messages", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private async Task HealthyAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await App.ResourceNotifications.WaitForResourceHealthyAsync(name, TestContext.Current.CancellationToken).WaitAsync(Patience);
        }
    }

    // A server or project without process ids fails the test here.
    private async Task<IReadOnlyDictionary<string, int>> ProcessesAsync(string name)
    {
        var found = new Dictionary<string, int>();
        foreach (var change in await NewsAsync(change => change.Resource.Name == name && ProcessOf(change) is not null))
        {
            found[change.ResourceId] = ProcessOf(change)!.Value;
        }
        Assert.NotEmpty(found);
        return found;
    }

    // The first news of a watch is how everything is now.
    private async Task<IReadOnlyList<ResourceEvent>> NewsAsync(Func<ResourceEvent, bool> which)
    {
        var news = new List<ResourceEvent>();
        using var enough = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await foreach (var change in App.ResourceNotifications.WatchAsync(enough.Token))
            {
                if (which(change))
                {
                    news.Add(change);
                }
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
        }
        return news;
    }

    private static int? ProcessOf(ResourceEvent change) =>
        change.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value as int?;
}
