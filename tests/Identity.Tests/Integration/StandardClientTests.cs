using System.Diagnostics;

namespace Journease.Identity.Tests.Integration;

/// <summary>What docs/api.md says is enough: a library that knows nothing of us signs a person in.</summary>
[Trait("Needs", "servers")]
public sealed class StandardClientTests : IAsyncLifetime
{
    private readonly PublicDoor door = new();
    private readonly IdentityHost host = new();

    [Fact]
    public async Task The_npm_package_openid_client_signs_in_refreshes_and_signs_out()
    {
        var folder = Path.Combine(Root(), "tests", "Identity.Tests", "Clients");
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules", "openid-client")), "Node and npm are not here, or could not fetch openid-client.");
        using var script = Process.Start(new ProcessStartInfo("node", ["sign-in.mjs", $"{door.Address}identity", "client@demo.journease.example", IdentityHost.Password])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = script.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        var said = "";
        while (await script.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said = line;
            if (line == "TEN SECONDS LATER")
            {
                await host.ScalarAsync<int>("UPDATE identity.token SET redemption_date = redemption_date - interval '1 minute' WHERE redemption_date IS NOT NULL");
                await script.StandardInput.WriteLineAsync();
            }
        }

        await script.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(script.ExitCode == 0 && said == "DONE", await errors);
    }

    public async ValueTask InitializeAsync()
    {
        host.Settings["Authentication:Issuer"] = $"{door.Address}identity";
        await host.InitializeAsync();
        await door.OpenAsync(host.Server.CreateHandler());
        await host.SeedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await door.DisposeAsync();
        await host.DisposeAsync();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Journease.Platform.sln")))
        {
            folder = folder.Parent!;
        }
        return folder.FullName;
    }
}
