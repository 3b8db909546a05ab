using System.Collections;

// A program to be run by the tests of LocalHosting: it does what it is told by its arguments or over HTTP.
if (args is ["exit", var code])
{
    Console.WriteLine($"leaving with {code}");
    return int.Parse(code);
}

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
var healthy = args is not ["ill"];
app.MapGet("/health", () => healthy ? Results.Text("well") : Results.StatusCode(503));
app.MapPost("/health/{state}", (string state) => healthy = state == "well");
app.MapGet("/id", () => Environment.ProcessId);
app.MapGet("/host", (HttpRequest request) => request.Host.Value);
app.MapGet("/environment", () => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value));
app.MapPost("/echo", async (HttpRequest request) => await new StreamReader(request.Body).ReadToEndAsync());
app.MapPost("/exit/{exitCode:int}", (int exitCode) => Environment.Exit(exitCode));
Console.WriteLine("serving");
await Console.Error.WriteLineAsync("and complaining");
app.Run();
return 0;
