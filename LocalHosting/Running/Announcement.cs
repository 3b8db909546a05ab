using System.Globalization;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Journease.LocalHosting.Running;

/// <summary>Says where everything is, to the person at the terminal and to scripts, once it is.</summary>
internal sealed class Announcement(DistributedApplicationModel model, StateDirectory state, IConfiguration configuration)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>The operator page, where there is one.</summary>
    public Uri? OperatorPage { get; set; }

    public async Task MakeAsync(TimeSpan took, CancellationToken ct)
    {
        var addresses = Addresses();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nEverything is healthy after {took.TotalSeconds:0.0} s.\n"));
        foreach (var (name, address) in addresses)
        {
            Console.WriteLine($"  {name,-10} {address}");
        }
        // What else a person should know is the application's to say.
        foreach (var line in configuration.GetSection("Announcement").GetChildren())
        {
            Console.WriteLine(line.Value);
        }
        Console.WriteLine("\nCtrl-C stops everything.");

        // Whoever waits for the file must not read half of it.
        var unfinished = state.Addresses + ".new";
        await File.WriteAllTextAsync(unfinished, JsonSerializer.Serialize(addresses, Readable) + "\n", ct);
        File.Move(unfinished, state.Addresses, overwrite: true);
    }

    private Dictionary<string, string> Addresses()
    {
        var addresses = model.Resources
            .SelectMany(resource => resource.Endpoints().Where(endpoint => endpoint.IsExternal), (resource, endpoint) => (resource.Name, endpoint))
            .OrderBy(external => external.endpoint.Allocated!.Port)
            .ToDictionary(external => external.Name, external => external.endpoint.Allocated!.Url);
        if (OperatorPage is not null)
        {
            addresses["operator"] = OperatorPage.ToString().TrimEnd('/');
        }
        return addresses;
    }
}
