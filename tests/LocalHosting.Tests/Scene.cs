using Microsoft.Extensions.DependencyInjection;

namespace Journease.LocalHosting.Tests;

/// <summary>Small systems made of the sample program.</summary>
internal static class Scene
{
    public static Task<IDistributedApplicationTestingBuilder> EmptyAsync(params string[] settings) =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.LocalHosting_SampleHost>(settings, TestContext.Current.CancellationToken);

    public static IResourceBuilder<ProjectResource> AddSample(
        this IDistributedApplicationBuilder builder, string name, params string[] arguments) =>
        builder.AddProject<Projects.LocalHosting_Sample>(name).WithArgs(arguments);

    public static IResourceBuilder<ProjectResource> AddWeb(this IDistributedApplicationBuilder builder, string name, params string[] arguments) =>
        builder.AddSample(name, arguments).WithHttpEndpoint().WithHttpHealthCheck("/health");

    public static async Task<DistributedApplication> StartAsync(this IDistributedApplicationTestingBuilder builder)
    {
        var app = await builder.BuildAsync(TestContext.Current.CancellationToken);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    public static Task HealthyAsync(this DistributedApplication app, string name) =>
        app.ResourceNotifications.WaitForResourceHealthyAsync(name, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));

    public static async Task<ResourceEvent> InStateAsync(this DistributedApplication app, string name, string state) =>
        await app.ResourceNotifications.WaitForResourceAsync(
            name, e => e.Snapshot.State?.Text == state, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>How each replica is now.</summary>
    public static IReadOnlyList<ResourceEvent> ReplicasOf(this DistributedApplication app, string name) =>
        [.. app.ResourceNotifications.Current().Where(e => e.Resource.Name == name)];

    public static IResource Resource(this DistributedApplication app, string name) =>
        app.Services.GetRequiredService<DistributedApplicationModel>().Resources.Single(resource => resource.Name == name);
}
