using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journease.ServiceDefaults.Verbs;

public static class ServiceVerbs
{
    /// <summary>
    /// <c>migrate</c> brings schema, grants and queues up to date; <c>seed</c>, or <c>migrate --seed</c>, adds the
    /// demonstration data, in Development only. Other verbs are the <see cref="IVerb"/>s that are registered. True when a verb
    /// ran: the process is then done.
    /// </summary>
    public static async Task<bool> RunVerbAsync(this WebApplication app, string[] args)
    {
        var migrate = args.FirstOrDefault() == "migrate";
        var seed = args.FirstOrDefault() == "seed" || (migrate && args.Contains("--seed"));
        var ct = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        if (args.Length > 0 && scope.ServiceProvider.GetServices<IVerb>().FirstOrDefault(verb => verb.Name == args[0]) is { } other)
        {
            Environment.ExitCode = await other.RunAsync(args[1..], ct);
            return true;
        }
        if (!migrate && !seed)
        {
            return false;
        }

        if (seed && !app.Environment.IsDevelopment())
        {
            throw new WrongConfigurationException("Demonstration data is for Development only: set ASPNETCORE_ENVIRONMENT=Development or leave the seed out.");
        }
        if (migrate)
        {
            foreach (var step in scope.ServiceProvider.GetServices<IMigrationStep>())
            {
                await step.RunAsync(ct);
            }
        }
        if (seed)
        {
            foreach (var data in scope.ServiceProvider.GetServices<IDemonstrationData>())
            {
                await data.SeedAsync(ct);
            }
        }
        return true;
    }
}
