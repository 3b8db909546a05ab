using Journease.LocalHosting.Running;
using Microsoft.Extensions.Configuration;

namespace Journease.LocalHosting.Tests;

public sealed class KeepingSecretsTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string directory = Directory.CreateTempSubdirectory("journease-secrets-").FullName;
    private readonly ConfigurationManager settings = new();

    [Fact]
    public void A_secret_is_made_once_and_only_its_owner_can_read_it()
    {
        string first;
        using (var state = new StateDirectory(directory, settings, isTest: false))
        {
            var secrets = new SecretFile(state);
            first = secrets.GetOrMake("key", () => "made");
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(secrets.Path));
        }

        using var again = new StateDirectory(directory, settings, isTest: false);
        Assert.Equal(first, new SecretFile(again).GetOrMake("key", () => "made anew"));
    }

    [Fact]
    public void Starting_fresh_forgets_data_and_secrets()
    {
        using (var state = new StateDirectory(directory, settings, isTest: false))
        {
            new SecretFile(state).GetOrMake("key", () => "made");
            File.WriteAllText(Path.Combine(state.Make("postgres"), "table"), "rows");
        }

        settings["fresh"] = "true";
        using var fresh = new StateDirectory(directory, settings, isTest: false);

        Assert.Equal("made anew", new SecretFile(fresh).GetOrMake("key", () => "made anew"));
        Assert.False(Directory.Exists(Path.Combine(fresh.Data, "postgres")));
    }

    [Fact]
    public void Two_runs_do_not_use_the_same_data()
    {
        using var state = new StateDirectory(directory, settings, isTest: false);
        state.Open();
        using var second = new StateDirectory(directory, settings, isTest: false);

        var refused = Assert.Throws<DistributedApplicationException>(() => second.Open());

        Assert.Contains("stop it first", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
