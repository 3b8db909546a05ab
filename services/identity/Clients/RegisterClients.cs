using Journease.ServiceDefaults.UnitOfWork;
using Journease.ServiceDefaults.Verbs;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Journease.Identity.Clients;

/// <summary>Registers the scopes and clients of the platform as the configuration says, at the <c>migrate</c> verb.</summary>
internal sealed class RegisterClients(
    IdentityDbContext db, IOpenIddictApplicationManager clients, IOpenIddictScopeManager scopes, IConfiguration configuration) : IMigrationStep
{
    public async Task RunAsync(CancellationToken ct)
    {
        var settings = ClientSettings.From(configuration);
        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('identity.client'))", token);
            foreach (var name in PlatformScopes.Services)
            {
                await RegisterAsync(new OpenIddictScopeDescriptor { Name = name, Resources = { name } }, token);
            }
            foreach (var client in PlatformClients.All(settings))
            {
                await RegisterAsync(client, token);
            }
            await transaction.CommitAsync(token);
            return true;
        }, ct);
    }

    private async Task RegisterAsync(OpenIddictScopeDescriptor scope, CancellationToken ct)
    {
        if (await scopes.FindByNameAsync(scope.Name!, ct) is { } known)
        {
            await scopes.UpdateAsync(known, scope, ct);
        }
        else
        {
            await scopes.CreateAsync(scope, ct);
        }
    }

    private async Task RegisterAsync(OpenIddictApplicationDescriptor client, CancellationToken ct)
    {
        if (await clients.FindByClientIdAsync(client.ClientId!, ct) is { } known)
        {
            await clients.UpdateAsync(known, client, ct);
        }
        else
        {
            await clients.CreateAsync(client, ct);
        }
    }
}
