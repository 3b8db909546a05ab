using Journease.Messaging;
using Journease.Messaging.Parking;
using Journease.PersonExport;
using Journease.Scheduling;
using Journease.Scheduling.Appointments;
using Journease.Scheduling.BusyTimes;
using Journease.Scheduling.Equipment;
using Journease.Scheduling.Gates;
using Journease.Scheduling.Holidays;
using Journease.Scheduling.Practitioners;
using Journease.Scheduling.Rooms;
using Journease.Scheduling.SessionTypes;
using Journease.Scheduling.Sites;
using Journease.Scheduling.Slots;
using Journease.Scheduling.WorkingTimes;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication("scheduling");
builder.AddServiceDatabase<SchedulingDbContext>("scheduling");
builder.AddMessaging<SchedulingDbContext>("scheduling", typeof(Program).Assembly);
builder.Services.AddServiceApi("Scheduling");
builder.Services.AddValidation();
builder.Services.AddOptions<SchedulingOptions>().BindConfiguration("Scheduling").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddScoped<IDemonstrationData, DemonstrationPractice>();
builder.Services.AddHostedService<ExpiredClearances>();
builder.Services.AddSingleton<CalendarDownload>();
builder.Services.AddHostedService<CalendarRefresh>();
builder.Services.AddScoped<IExportedPart, ExportedAppointments>();
builder.Services.AddScoped<IExportedPart, ExportedAccessLog>();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

app.UseServiceDefaults();
var api = app.MapServiceApi("/scheduling/v1");
api.MapParkedMessages();
api.MapPersonExport();
api.MapAccessLog();
api.MapSites();
api.MapRooms();
api.MapEquipment();
api.MapPractitioners();
api.MapSessionTypes();
api.MapHolidays();
api.MapWorkingTimes();
api.MapBusyCalendars();
api.MapSlots();
api.MapAppointments();
api.MapGates();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
