using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The arguments of a process that is about to start.</summary>
public sealed class CommandLineArgsCallbackContext
{
    private readonly IResource? resource;

    public CommandLineArgsCallbackContext(IList<object> args, CancellationToken cancellationToken = default)
    {
        Args = args;
        CancellationToken = cancellationToken;
    }

    public CommandLineArgsCallbackContext(IList<object> args, IResource resource, CancellationToken cancellationToken = default)
        : this(args, cancellationToken)
    {
        this.resource = resource;
    }

    public IList<object> Args { get; }

    public CancellationToken CancellationToken { get; }

    public ILogger Logger { get; init; } = NullLogger.Instance;

    public IResource Resource => resource ?? throw new InvalidOperationException("The arguments belong to no resource.");
}
