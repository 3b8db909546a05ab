using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Journease.Platform.Tests;

// What only a thief would ask it for.
public sealed partial class RunningPlatform
{
    /// <summary>How one role reaches one database, with the password that was made for it.</summary>
    public async Task<string> DatabaseAsync(string name, Role role) => new NpgsqlConnectionStringBuilder(await DatabaseAsync(name))
    {
        Username = role.Name,
        Password = (await SecretsAsync())[$"{role.Database}-{role.Kind}-password"],
        Pooling = false,
    }.ConnectionString;

    /// <summary>Every secret that was made for this platform, by its name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SecretsAsync()
    {
        var secrets = new Dictionary<string, string>();
        foreach (var parameter in App.Services.GetRequiredService<DistributedApplicationModel>().Resources.OfType<ParameterResource>().Where(one => one.Secret))
        {
            secrets[parameter.Name] = (await parameter.GetValueAsync(TestContext.Current.CancellationToken))!;
        }
        // The servers' own are no parameters of the application.
        secrets["postgres-password"] = new NpgsqlConnectionStringBuilder(await DatabaseAsync("postgres")).Password!;
        secrets["rabbitmq-password"] = new Uri((await App.GetConnectionStringAsync("rabbitmq"))!).UserInfo.Split(':')[1];
        return secrets;
    }
}
