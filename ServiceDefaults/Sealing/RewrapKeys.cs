using Journease.Sealing.DataKeys;
using Journease.ServiceDefaults.Verbs;

namespace Journease.ServiceDefaults.Sealing;

/// <summary><c>rewrap</c>: wraps every data key with the current master key. The service may go on running.</summary>
internal sealed class RewrapKeys(KeyRewrap rewrap) : IVerb
{
    public string Name => "rewrap";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var count = await rewrap.RunAsync(ct);
        Console.WriteLine($"{count} keys were wrapped with the current master key; none is wrapped with another.");
        return 0;
    }
}
