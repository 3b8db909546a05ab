using Journease.Intake;
using Journease.Intake.CareTeams;
using Journease.Intake.Clearances;
using Journease.Intake.Clients;
using Journease.Intake.Consents;
using Journease.Intake.EmergencyAccesses;
using Journease.Intake.Exports;
using Journease.Intake.Inquiries;
using Journease.Intake.Instruments;
using Journease.Intake.Packets;
using Journease.Intake.Responses;
using Journease.Intake.Reviews;
using Journease.Intake.Safety;
using Journease.Messaging;
using Journease.Messaging.Parking;
using Journease.PersonExport;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication("intake");
builder.AddServiceDatabase<IntakeDbContext>("intake");
builder.AddMessaging<IntakeDbContext>("intake", typeof(Program).Assembly);
builder.Services.AddServiceApi("Intake");
builder.Services.AddValidation();
builder.AddIntakeOptions();
builder.AddServiceCredential("intake");
builder.AddExports();
builder.Services.AddSingleton<InstrumentCatalogue>();
builder.Services.AddSingleton<ConsentDocuments>();
builder.Services.AddScoped<CareAccess>();
builder.Services.AddScoped<IExportedPart, ExportedResponses>();
builder.Services.AddScoped<IExportedPart, ExportedDecisions>();
builder.Services.AddScoped<IExportedPart, ExportedConcerns>();
builder.Services.AddScoped<IExportedPart, ExportedClearances>();
builder.Services.AddScoped<IExportedPart, ExportedConsents>();
builder.Services.AddScoped<IExportedPart, ExportedCareTeam>();
builder.Services.AddScoped<IExportedPart, ExportedEmergencyAccesses>();
builder.Services.AddScoped<IExportedPart, ExportedAccessLog>();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

app.UseServiceDefaults();
var api = app.MapServiceApi("/intake/v1");
api.MapParkedMessages();
api.MapPersonExport();
api.MapAccessLog();
api.KeepNothingInCaches();
api.MapInquiries();
api.MapInstruments();
api.MapResponses();
api.MapPacket();
api.MapSafetyConcerns();
api.MapReviews();
api.MapClearances();
api.MapConsents();
api.MapClients();
api.MapCareTeams();
api.MapEmergencyAccesses();
api.MapExports();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
