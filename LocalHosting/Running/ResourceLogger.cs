using Microsoft.Extensions.Logging;

namespace Journease.LocalHosting.Running;

/// <summary>Writes to the log of one resource.</summary>
internal sealed class ResourceLogger(ResourceLog log) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var isError = logLevel >= LogLevel.Error;
        log.Write(formatter(state, exception), isError);
        if (exception is not null)
        {
            log.Write(exception.ToString(), isError);
        }
    }
}
