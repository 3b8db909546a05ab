using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Testing;
using Journease.LocalHosting.Running;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Collects what AppHost.cs says and makes the application of it.</summary>
public class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    private readonly HostApplicationBuilder host;
    private readonly EntryPointRun? entryPoint = EntryPointRun.Current;

    public DistributedApplicationBuilder(string[] args)
        : this(new DistributedApplicationOptions { Args = args })
    {
    }

    public DistributedApplicationBuilder(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new HostApplicationBuilderSettings { Args = options.Args };
        entryPoint?.Configure(options, settings);

        AppHostAssembly = entryPoint?.Assembly
            ?? (options.AssemblyName is { } name ? Assembly.Load(name) : Assembly.GetEntryAssembly());
        Facts = new AppHostFacts(AppHostAssembly, options.ProjectDirectory);
        settings.ContentRootPath ??= Facts.Directory;
        settings.EnvironmentName ??= DefaultEnvironment(settings.Args ?? []);
        host = new HostApplicationBuilder(settings);

        Options = options;
        ExecutionContext = new DistributedApplicationExecutionContext(
            string.Equals(Configuration["operation"], "publish", StringComparison.OrdinalIgnoreCase) || Configuration["publisher"] is not null
                ? DistributedApplicationOperation.Publish
                : DistributedApplicationOperation.Run);
        State = new StateDirectory(Configuration["state-directory"] ?? Facts.StateDirectory, Configuration, options.IsTest);
        Secrets = new SecretFile(State);
        host.AddRunner(this);
    }

    public ConfigurationManager Configuration => host.Configuration;

    public string AppHostDirectory => Facts.Directory;

    public Assembly? AppHostAssembly { get; }

    public IHostEnvironment Environment => host.Environment;

    public IServiceCollection Services => host.Services;

    public IDistributedApplicationEventing Eventing { get; } = new DistributedApplicationEventing();

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public IResourceCollection Resources { get; } = new ResourceCollection();

    internal DistributedApplicationOptions Options { get; }

    internal AppHostFacts Facts { get; }

    internal StateDirectory State { get; }

    internal SecretFile Secrets { get; }

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource
    {
        Resources.Add(resource);
        return CreateResourceBuilder(resource);
    }

    public IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource => new ResourceBuilder<T>(this, resource);

    public DistributedApplication Build()
    {
        entryPoint?.Building(this);
        var built = host.Build();
        ExecutionContext.Use(built.Services);
        var application = new DistributedApplication(built);
        entryPoint?.Built(application);
        return application;
    }

    /// <summary>A person at a desk runs this; whoever runs it for others says so.</summary>
    private static string? DefaultEnvironment(string[] args) =>
        args.Any(arg => arg.StartsWith("--environment", StringComparison.OrdinalIgnoreCase))
        || System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is not null
            ? null
            : System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environments.Development;
}
