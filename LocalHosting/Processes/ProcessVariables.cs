using System.Collections;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Running;
using Microsoft.Extensions.Hosting;

namespace Journease.LocalHosting.Processes;

/// <summary>The environment and the arguments that a process gets.</summary>
internal sealed class ProcessVariables(DistributedApplicationExecutionContext execution, IHostEnvironment environment)
{
    /// <summary>What belongs to the AppHost and means something else to what it starts.</summary>
    private static readonly string[] NotInherited =
        ["ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE", "ASPIRE_LOGLEVEL"];

    public async Task<Dictionary<string, string>> EnvironmentAsync(Instance instance, CancellationToken ct)
    {
        var given = new Dictionary<string, object>();
        if (instance.Resource is ProjectResource)
        {
            ForProject(instance, given);
        }
        foreach (var (endpoint, port) in instance.Ports)
        {
            if (endpoint.PortVariable is { } variable)
            {
                given[variable] = port.ToString(CultureInfo.InvariantCulture);
            }
        }
        var context = new EnvironmentCallbackContext(execution, instance.Resource, given, ct);
        foreach (var annotation in instance.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }

        var all = Inherited();
        foreach (var (name, value) in given)
        {
            all[name] = await ResolveAsync(instance.Resource, value, ct);
        }
        return all;
    }

    public async Task<IReadOnlyList<string>> ArgumentsAsync(Instance instance, CancellationToken ct)
    {
        var context = new CommandLineArgsCallbackContext([], instance.Resource, ct);
        foreach (var annotation in instance.Resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(context);
        }
        var arguments = new List<string>();
        foreach (var argument in context.Args)
        {
            arguments.Add(await ResolveAsync(instance.Resource, argument, ct));
        }
        return arguments;
    }

    private void ForProject(Instance instance, Dictionary<string, object> given)
    {
        given["ASPNETCORE_ENVIRONMENT"] = environment.EnvironmentName;
        given["DOTNET_ENVIRONMENT"] = environment.EnvironmentName;
        var urls = instance.Ports.Where(port => port.Key.IsHttp && port.Key.PortVariable is null)
            .Select(port => string.Create(CultureInfo.InvariantCulture, $"{port.Key.UriScheme}://{port.Key.TargetHost}:{port.Value}"))
            .ToArray();
        if (urls.Length > 0)
        {
            given["ASPNETCORE_URLS"] = string.Join(';', urls);
        }
        given["OTEL_SERVICE_NAME"] = instance.Resource.Name;
        given["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instance.Suffix}";
        if (environment.IsDevelopment())
        {
            // What happened a second ago is what one looks for at a desk.
            given["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
            given["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
            given["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
            given["OTEL_TRACES_SAMPLER"] = "always_on";
            given["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
        }
        given["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
        given["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
        given["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
    }

    private async Task<string> ResolveAsync(IResource resource, object value, CancellationToken ct) => value switch
    {
        string text => text,
        IValueProvider provider => await provider.GetValueAsync(
            new ValueProviderContext { ExecutionContext = execution, Caller = resource }, ct) ?? "",
        IResourceBuilder<IResource> { Resource: IValueProvider provider } => await provider.GetValueAsync(ct) ?? "",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static Dictionary<string, string> Inherited() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .Where(variable => !NotInherited.Contains(variable.Key))
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
}
