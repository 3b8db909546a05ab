using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

internal sealed class TestingBuilder(DistributedApplicationBuilder inner, EntryPointRun? entryPoint) : IDistributedApplicationTestingBuilder
{
    private DistributedApplication? built;

    public DistributedApplicationBuilder Inner { get; } = inner;

    public ConfigurationManager Configuration => Inner.Configuration;

    public string AppHostDirectory => Inner.AppHostDirectory;

    public Assembly? AppHostAssembly => Inner.AppHostAssembly;

    public IHostEnvironment Environment => Inner.Environment;

    public IServiceCollection Services => Inner.Services;

    public IDistributedApplicationEventing Eventing => Inner.Eventing;

    public DistributedApplicationExecutionContext ExecutionContext => Inner.ExecutionContext;

    public IResourceCollection Resources => Inner.Resources;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        Inner.AddResource(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build() => BuildAsync().GetAwaiter().GetResult();

    public async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        built = entryPoint is null ? Inner.Build() : await entryPoint.BuildAsync(cancellationToken);

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await (built?.DisposeAsync() ?? ValueTask.CompletedTask);
        entryPoint?.End();
        Inner.State.Dispose();
    }
}
