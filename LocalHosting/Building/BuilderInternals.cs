using Aspire.Hosting.Testing;
using Journease.LocalHosting.Running;

namespace Aspire.Hosting;

internal static class BuilderInternals
{
    /// <summary>Where generated secrets are kept; none for a builder that is not ours.</summary>
    public static SecretFile? Secrets(this IDistributedApplicationBuilder builder) => builder switch
    {
        DistributedApplicationBuilder ours => ours.Secrets,
        TestingBuilder testing => testing.Inner.Secrets,
        _ => null,
    };
}
