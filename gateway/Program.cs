using Journease.Gateway.Edge;
using Journease.Gateway.Limits;
using Journease.Gateway.OpenApi;
using Journease.Gateway.Routes;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Gateway;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
// What the proxy says about each request carries its path.
builder.Logging.AddFilter("Yarp", LogLevel.Warning);
builder.AddServiceAuthentication([.. PlatformRoutes.Audiences]);
builder.LimitConnections();
builder.AddRateLimits();
builder.AddOtherOrigins();
builder.AddPlatformProxy();
builder.Services.AddSingleton<PublicAddress>();
builder.Services.AddCompression();
builder.Services.AddSingleton<PlatformDocument>();

var app = builder.Build();
// First who asks, then what every answer carries, then what no request may be; limits and rights come when the caller is known.
app.UseTrustedProxies();
app.UseInsideCallers();
app.UseAnswerHeaders();
app.UsePlainRequests();
app.UseOtherOrigins();
app.UseCompression();
app.UseServiceDefaults(onceKnown: known => known.UseRateLimiter());
app.UseEdgeAuthentication();
app.MapPlatformProxy();
app.MapPlatformDocument();
app.MapAppLinks();
await app.RunAsync();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
