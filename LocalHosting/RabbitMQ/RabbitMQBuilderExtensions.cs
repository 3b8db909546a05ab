using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.RabbitMQ;
using Journease.LocalHosting.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

public static class RabbitMQBuilderExtensions
{
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        var broker = new RabbitMQServerResource(
            name,
            userName?.Resource,
            password?.Resource ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false));
        var key = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            key, _ => new RabbitMqHealth(broker), failureStatus: null, tags: null, timeout: HttpHealth.Patience));
        return builder.AddResource(broker)
            .WithEndpoint(port, targetPort: null, scheme: "tcp", name: "tcp")
            .WithHealthCheck(key);
    }

    /// <summary>Keeps queues and messages over restarts of the application.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(
        this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(
            new DataPlace(name ?? builder.Resource.Name, IsVolume: true), ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Keeps queues and messages in this directory.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithDataBindMount(
        this IResourceBuilder<RabbitMQServerResource> builder, string source, bool isReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.WithAnnotation(
            new DataPlace(Path.GetFullPath(source, builder.ApplicationBuilder.AppHostDirectory), IsVolume: false),
            ResourceAnnotationMutationBehavior.Replace);
    }
}
