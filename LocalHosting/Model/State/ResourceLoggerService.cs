using System.Collections.Concurrent;
using Journease.LocalHosting.Running;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Keeps what every resource writes.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceLog> logs = new(StringComparer.OrdinalIgnoreCase);
    private readonly ResourceNotificationService notifications;
    private readonly Func<string?> directory;

    internal ResourceLoggerService(ResourceNotificationService notifications, Func<string?> directory)
    {
        this.notifications = notifications;
        this.directory = directory;
    }

    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return GetLogger(notifications.IdsOf(resource)[0]);
    }

    public ILogger GetLogger(string resourceName) => new ResourceLogger(Log(resourceName));

    /// <summary>What was written so far, then every new line.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return WatchAsync(notifications.IdsOf(resource)[0]);
    }

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => Log(resourceName).WatchAsync();

    public void Dispose()
    {
        foreach (var log in logs.Values)
        {
            log.Dispose();
        }
        GC.SuppressFinalize(this);
    }

    internal ResourceLog Log(string id) => logs.GetOrAdd(id, name => new ResourceLog(name, directory()));
}
