using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Sealing;
using Journease.ServiceDefaults.UnitOfWork;
using Journease.ServiceDefaults.Verbs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Journease.ServiceDefaults.Data;

public static class ServiceDatabase
{
    /// <summary>
    /// The service's own database: data source, context with retries, health, traces, metrics, and the schema step of the
    /// <c>migrate</c> verb. The connection string is <c>ConnectionStrings:{name}</c>; schema and database have the same name.
    /// </summary>
    public static IHostApplicationBuilder AddServiceDatabase<TContext>(this IHostApplicationBuilder builder, string name)
        where TContext : ServiceDbContext
    {
        builder.AddDataSource(name, ConnectionString(builder.Configuration, name));
        builder.Services.AddDbContext<TContext>((services, options) => options
            .UseNpgsql(services.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql
                .EnableRetryOnFailure(maxRetryCount: 6, maxRetryDelay: TimeSpan.FromSeconds(1), errorCodesToAdd: null)
                .MigrationsHistoryTable("ef_migration", name))
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(services.GetServices<IInterceptor>()));
        builder.Services.AddScoped<ServiceDbContext>(services => services.GetRequiredService<TContext>());
        builder.Services.AddScoped<DbContext>(services => services.GetRequiredService<TContext>());
        builder.Services.AddDataProtection().SetApplicationName("journease-" + name).PersistKeysToDbContext<TContext>();
        builder.Services.AddScoped<IMigrationStep, SchemaStep>();
        builder.AddSealing();
        builder.AddAudit();
        builder.Services.AddScoped<IfMatch>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddHostedService<ExpiredAnswers>();
        return builder;
    }

    private static string ConnectionString(IConfiguration configuration, string name)
    {
        if (EF.IsDesignTime)
        {
            return "Host=design-time";
        }

        var given = configuration.GetConnectionString(name)
            ?? throw new WrongConfigurationException($"ConnectionStrings__{name} is not set: give the connection string of the {name} database.");
        var connection = new NpgsqlConnectionStringBuilder(given) { ApplicationName = "journease-" + name };
        if (!connection.ContainsKey("Maximum Pool Size"))
        {
            // All services share one server with 100 connections; on it, more per service only queue elsewhere.
            connection.MaxPoolSize = 12;
        }
        return connection.ConnectionString;
    }
}
