using Journease.Gateway.Edge;
using Journease.Gateway.OpenApi;
using Journease.Gateway.Routes;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
// What the proxy says about each request carries its path.
builder.Logging.AddFilter("Yarp", LogLevel.Warning);
builder.AddServiceAuthentication([.. PlatformRoutes.Audiences]);
builder.LimitRequests();
builder.Services.AddPlatformProxy();
builder.Services.AddPlatformDocument();

var app = builder.Build();
app.UseAnswerHeaders();
app.UseServiceDefaults();
app.UseEdgeAuthentication();
app.MapPlatformProxy();
app.MapPlatformDocument();
app.MapAppLinks();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
