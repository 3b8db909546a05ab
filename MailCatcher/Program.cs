using Journease.MailCatcher.Messages;
using Journease.MailCatcher.Smtp;

namespace Journease.MailCatcher;

/// <summary>Receives what the platform would send, on a machine where nobody must get real mail, and shows it in a browser.</summary>
internal static class Program
{
    private const int WrongConfiguration = 78; // EX_CONFIG of sysexits.h
    private const int DefaultPort = 2525;

    public static async Task<int> Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (!builder.Environment.IsDevelopment())
        {
            await Console.Error.WriteLineAsync("The mail catcher is for Development only: set ASPNETCORE_ENVIRONMENT=Development, or send to a real mail server.");
            return WrongConfiguration;
        }

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddHealthChecks();
        builder.Services.AddSingleton<CaughtMessages>();
        builder.Services.AddHostedService(provider => new SmtpCatcher(
            provider.GetRequiredService<CaughtMessages>(), builder.Configuration.GetValue("Smtp:Port", DefaultPort)));

        var app = builder.Build();
        app.MapHealthChecks("/health");
        app.MapMessages();
        await app.RunAsync();
        return 0;
    }
}
