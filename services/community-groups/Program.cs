using Journease.CommunityGroups;
using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Demonstration;
using Journease.CommunityGroups.Memberships;
using Journease.CommunityGroups.Posts;
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
builder.AddServiceAuthentication("groups");
builder.AddServiceDatabase<GroupsDbContext>("groups");
builder.AddMessaging<GroupsDbContext>("groups", typeof(Program).Assembly);
builder.Services.AddServiceApi("Community groups");
builder.Services.AddValidation();
builder.Services.AddScoped<IDemonstrationData, DemonstrationCircle>();
builder.Services.AddScoped<IExportedPart, ExportedMemberships>();
builder.Services.AddScoped<IExportedPart, ExportedAccessLog>();
builder.Services.AddScoped<KnownAs>(services => services.GetRequiredService<MembershipLinks>().OfPersonAsync);
builder.Services.AddScoped<MembershipLinks>();

var app = builder.Build();
if (await app.RunVerbAsync(args))
{
    return;
}

app.UseServiceDefaults();
var api = app.MapServiceApi("/groups/v1");
api.MapParkedMessages();
api.MapPersonExport();
api.MapAccessLog();
var circles = api.MapCircles();
circles.MapMemberships();
circles.MapPosts();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
