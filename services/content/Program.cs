using Journease.Content;
using Journease.Content.Articles;
using Journease.Content.Demonstration;
using Journease.Content.Topics;
using Journease.Messaging;
using Journease.Messaging.Parking;
using Journease.PersonExport;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Verbs;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceAuthentication("content");
builder.AddServiceDatabase<ContentDbContext>("content");
builder.AddMessaging<ContentDbContext>("content", typeof(Program).Assembly);
builder.Services.AddServiceApi("Content");
builder.Services.AddValidation();
builder.Services.AddScoped<IDemonstrationData, DemonstrationArticles>();
builder.Services.AddScoped<IExportedPart, ExportedAccessLog>();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

app.UseServiceDefaults();
var api = app.MapServiceApi("/content/v1");
api.MapParkedMessages();
api.MapPersonExport();
api.MapAccessLog();
api.MapArticles();
api.MapTopics();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
