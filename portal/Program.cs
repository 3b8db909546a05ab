using Journease.Portal;
using Journease.Portal.Articles;
using Journease.Portal.Everything;
using Journease.Portal.Gateway;
using Journease.Portal.Journey;
using Journease.Portal.Layout;
using Journease.Portal.Preferences;
using Journease.Portal.Problems;
using Journease.Portal.ReachOut;
using Journease.Portal.Security;
using Journease.Portal.Sessions;
using Journease.Portal.SignIn;
using Journease.Portal.Staff;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Gateway;
using Journease.ServiceDefaults.Verbs;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    // The longest form is a message of a few pages.
    kestrel.Limits.MaxRequestBodySize = 64 * 1024;
});
builder.Services.AddProblemPages(); // before the defaults: the first writer that can answer does
builder.AddServiceDefaults();
builder.AddServiceDatabase<PortalDbContext>("portal");
builder.AddSessions();
builder.AddSignIn();
builder.AddGateway();
builder.Services.AddScoped<ArticlesClient>().AddScoped<InquiriesClient>().AddScoped<JourneyClient>().AddScoped<EverythingClient>().AddScoped<StaffClient>().AddScoped<PreferencesClient>().AddSingleton<ReceiptAddress>();
builder.Services.AddSingleton<Assets>().AddSingleton<PracticeTime>();
builder.Services.AddLocalization();
builder.Services.AddSafeForms();
builder.Services.AddRazorComponents();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

app.UseTrustedProxies();
app.UseSecurityHeaders();
app.UseAssets();
app.UseServiceDefaults();
app.UseAntiforgery();
app.MapSignIn();
app.MapBackChannelLogout();
app.MapCopyDownload();
app.MapRazorComponents<App>();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
