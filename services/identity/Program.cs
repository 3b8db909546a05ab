using Journease.Identity;
using Journease.Identity.Accounts;
using Journease.Identity.BackChannelLogout;
using Journease.Identity.Closing;
using Journease.Identity.Keys;
using Journease.Identity.Mail;
using Journease.Identity.OpenIdConnect;
using Journease.Identity.OwnAccount;
using Journease.Identity.Pages;
using Journease.Identity.Passkeys;
using Journease.Identity.Passwords;
using Journease.Identity.Registration;
using Journease.Identity.SecondFactor;
using Journease.Identity.Sessions;
using Journease.Identity.SignInLinks;
using Journease.Identity.Staff;
using Journease.Messaging;
using Journease.PersonExport;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
if (BuildBreachedPasswords.TryRun(args))
{
    return;
}

builder.AddServiceDatabase<IdentityDbContext>("identity");
builder.AddMessaging<IdentityDbContext>("identity", typeof(Program).Assembly);
builder.Services.AddValidation();
builder.AddMail();
builder.AddOwnApi();
builder.AddAccounts();
builder.Services.AddScoped<IExportedPart, ExportedAccount>();
builder.Services.AddScoped<IExportedPart, ExportedAccessLog>();
builder.AddRegistration();
builder.AddSignInLinks();
builder.AddClosing();
builder.AddOpenIdConnectServer();
builder.AddBackChannelLogout();
builder.AddSessionPages();
builder.AddPasskeys();
builder.AddSecondFactor();
builder.AddOwnAccount();
builder.AddStaff();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

await app.Services.GetRequiredService<ServerKeys>().LoadAsync(app.Lifetime.ApplicationStopping);
var address = app.Services.GetRequiredService<PublicAddress>();
app.Use((http, next) =>
{
    address.ApplyTo(http.Request);
    return next(http);
});
app.UseServiceDefaults();
PageFile.MapAll(app);
app.MapRegistration();
app.MapSignInLinks();
app.MapChangePassword();
app.MapShowClosing();
app.MapSignIn();
app.MapPasskeys();
app.MapGiveSecondFactor();
app.MapOwnAccount();
app.MapSignedIn();
app.MapSignOut();
app.MapAuthorize();
app.MapExchangeToken();
app.MapReadUserInfo();
app.MapEndSession();
app.MapCallsOfServices();
app.MapStaffPages();
var api = app.MapOwnApi();
api.MapAccessLog();
api.MapClosing();
api.MapStaff();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
