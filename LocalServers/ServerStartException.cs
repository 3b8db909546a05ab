namespace Journease.LocalServers;

/// <summary>A server or process could not be started; the message says why and what to do, fit to be shown as it is.</summary>
public sealed class ServerStartException : Exception
{
    public ServerStartException()
    {
    }

    public ServerStartException(string message)
        : base(message)
    {
    }

    public ServerStartException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
