using Journease.Messaging;
using Journease.Messaging.Parking;
using Journease.Notifications;
using Journease.Notifications.Appointments;
using Journease.Notifications.Delivery;
using Journease.Notifications.Letters;
using Journease.Notifications.Messages;
using Journease.Notifications.Paging;
using Journease.Notifications.Phones;
using Journease.Notifications.Preferences;
using Journease.PersonExport;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication("notifications");
builder.AddServiceDatabase<NotificationsDbContext>("notifications");
builder.AddMessaging<NotificationsDbContext>("notifications", typeof(Program).Assembly);
builder.Services.AddServiceApi("Notifications");
builder.Services.AddValidation();
builder.Services.AddScoped<IExportedPart, ExportedMessages>();
builder.Services.AddScoped<IExportedPart, ExportedAccessLog>();
builder.Services.AddScoped<Telling>();
builder.AddDelivery();
builder.AddReminders();
builder.AddPaging();
builder.AddPhones();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

app.UseServiceDefaults();
var api = app.MapServiceApi("/notifications/v1");
api.MapParkedMessages();
api.MapPersonExport();
api.MapAccessLog();
api.MapMessages();
api.MapPreferences();
api.MapReadReach();
api.MapCountDeliveries();
api.MapTemplates();
api.MapOnCall();
api.MapDevices();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
