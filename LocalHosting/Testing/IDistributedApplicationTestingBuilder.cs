namespace Aspire.Hosting.Testing;

/// <summary>An AppHost's application in the hands of a test: it may be changed before it is built.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
