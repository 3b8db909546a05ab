using System.Globalization;
using Journease.Sealing.DataKeys;
using Journease.ServiceDefaults.Verbs;

namespace Journease.ServiceDefaults.Sealing;

/// <summary>
/// <c>reseal OWNER</c> or <c>reseal before YYYY-MM-DD</c>: fresh data keys for one owner, or instead of all that are older, and
/// everything sealed again with them. <c>reseal</c> alone finishes an earlier one. The service may go on running.
/// </summary>
internal sealed class ResealValues(KeyRenewal renewal, TimeProvider clock) : IVerb
{
    public string Name => "reseal";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var retired = arguments.Where(argument => !argument.StartsWith('-')).ToList() switch
        {
            [] => 0,
            [var owner] when Guid.TryParse(owner, out var id) => await renewal.RetireAsync(id, DateTimeOffset.MaxValue, ct),
            ["before", var day] when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
                await renewal.RetireAsync(null, new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero), ct),
            _ => throw new WrongConfigurationException("Say whose values to seal again: reseal OWNER, reseal before YYYY-MM-DD, or reseal alone to finish."),
        };
        var values = await renewal.ResealAsync(ct);
        var destroyed = await renewal.DestroyUnusedAsync(now, ct);
        Console.WriteLine($"{retired} keys were replaced, {values} values sealed again, {destroyed} old keys destroyed. Run reseal again in an hour to destroy those that requests may still hold.");
        return 0;
    }
}
