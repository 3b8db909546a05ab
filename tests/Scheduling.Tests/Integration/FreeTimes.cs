using System.Net;
using Journease.Testing;

namespace Journease.Scheduling.Tests.Integration;

/// <summary>Looking for a free time as a client of the API does it.</summary>
public static class FreeTimes
{
    public static Task<Found> FreeAsync(this HttpClient client, string sessionType, int fromDay, int toDay, string more = "") =>
        client.GetAsync(Path(sessionType, fromDay, toDay, more)).ReadAsync<Found>(HttpStatusCode.OK);

    public static string Path(string sessionType, int fromDay, int toDay, string more = "") =>
        $"/scheduling/v1/slots?sessionType={sessionType}&from={Day(fromDay)}&to={Day(toDay)}{more}";

    public static string Day(int day) => Uri.EscapeDataString(SchedulingHost.Monday.AddDays(day).ToString("O"));

    public sealed record Found(IReadOnlyList<Free> Items, string? Explanation);

    public sealed record Free(DateTimeOffset StartsAt, DateTimeOffset EndsAt, Guid SiteId, IReadOnlyList<Guid> PractitionerIds);
}
