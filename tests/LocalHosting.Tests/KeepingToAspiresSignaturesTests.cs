using Journease.LocalHosting.Tests.Signatures;

namespace Journease.LocalHosting.Tests;

public sealed class KeepingToAspiresSignaturesTests
{
    /// <summary>Types that the list leaves out; their shapes are known from Aspire's public documentation.</summary>
    private static readonly HashSet<string> NotListed =
    [
        "AfterResourcesCreatedEvent", "BeforeResourceStartedEvent", "BeforeStartEvent", "CommandLineArgsCallbackContext", "ContainerResource",
        "DistributedApplicationEventing", "DistributedApplicationEventSubscription", "DistributedApplicationModel",
        "DistributedApplicationOperation", "DockerComposeEnvironmentExtensions", "DockerComposeEnvironmentResource", "EndpointAnnotation",
        "EndpointProperty", "ExecutableResource", "ExpressionInterpolatedStringHandler", "GenerateParameterDefault",
        "IComputeEnvironmentResource", "IComputeResource", "IDistributedApplicationEvent", "IDistributedApplicationEventing",
        "IExpressionValue", "IManifestExpressionProvider", "IResourceWithProbes", "IResourceWithServiceDiscovery", "IValueProvider",
        "IValueWithReferences", "KnownResourceStateStyles", "LogLine", "ParameterDefault", "ReferenceExpression", "Resource",
        "ResourceAnnotationCollection", "ResourceAnnotationMutationBehavior", "ResourceLoggerService", "ResourcePropertySnapshot",
        "ResourceReadyEvent", "ValueProviderContext",
    ];

    public static TheoryData<string> Types => [.. PublicTypes().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_member_is_one_of_Aspires(string fullName)
    {
        var api = PublishedApi.Find();
        if (api is null)
        {
            Assert.Skip("The list of Aspire's signatures (shared/aspire-api.txt beside the repository) is not here.");
        }
        var type = typeof(DistributedApplication).Assembly.GetType(fullName)!;
        var listedName = $"{type.Namespace}.{TypeName.Of(type)}";
        if (api.Type(listedName) is not { } published)
        {
            Assert.Contains(type.Name, NotListed);
            return;
        }

        Assert.Equal(published.Kind, Signature.Kind(type));
        Assert.Equal([], Bases(type).Except(published.Bases));
        var strange = Signature.Members(type).Except(published.Members).ToArray();
        Assert.True(strange.Length == 0, string.Join("\n", strange));
    }

    [Fact]
    public void Nothing_of_our_own_is_public()
    {
        Assert.All(typeof(DistributedApplication).Assembly.GetExportedTypes(), type =>
            Assert.StartsWith("Aspire.Hosting", type.Namespace, StringComparison.Ordinal));
    }

    private static Type[] PublicTypes() => typeof(DistributedApplication).Assembly.GetExportedTypes();

    private static IEnumerable<string> Bases(Type type) => type.IsEnum
        ? []
        : type.GetInterfaces().Where(one => one.IsPublic || one.IsNestedPublic)
            .Append(type.BaseType ?? typeof(object))
            .Where(one => one != typeof(object))
            .Select(one => TypeName.Of(one));
}
