using Journease.Messaging;
using Journease.Messaging.Parking;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Data;

namespace Journease.Desk;

/// <summary>The smallest service there can be, for the tests of Messaging: it opens tickets, announces them and hears of its own.</summary>
public static class DeskService
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults();
        builder.AddServiceAuthentication("desk");
        builder.AddServiceDatabase<DeskDbContext>("desk");
        builder.AddMessaging<DeskDbContext>("desk", typeof(DeskService).Assembly);
        builder.Services.AddServiceApi("Desk");
        builder.Services.AddSingleton<DeskSwitches>();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapServiceApi("/desk/v1").MapParkedMessages();
        return app;
    }
}
