using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Journease.Mail;

public static class MailSetUp
{
    /// <summary>The mail server of connection string <c>mail</c> and the section <c>Mail</c>.</summary>
    public static IHostApplicationBuilder AddMailServer(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<MailServer>();
        builder.Services.AddHostedService<MailServerIsSet>();
        return builder;
    }

    /// <summary>Lets one kind of outgoing thing be handed over in the background, as long as this process runs.</summary>
    public static IHostApplicationBuilder AddOutgoing<TOutgoing, TCarrier>(this IHostApplicationBuilder builder)
        where TOutgoing : Outgoing
        where TCarrier : class, ICarrier<TOutgoing>
    {
        builder.Services.AddScoped<ICarrier<TOutgoing>, TCarrier>();
        builder.Services.AddScoped<OutgoingQueue<TOutgoing>>();
        builder.Services.AddHostedService<OutgoingSender<TOutgoing>>();
        return builder;
    }

    // A service that cannot send says so when it starts, and not when somebody waits for a letter.
    private sealed class MailServerIsSet(MailServer server) : IHostedService
    {
        private readonly MailServer server = server;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
