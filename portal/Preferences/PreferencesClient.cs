using System.Net;
using Journease.Portal.Gateway;

namespace Journease.Portal.Preferences;

/// <summary>What the person is sent, by which ways, and when not.</summary>
internal sealed class PreferencesClient(PersonalGatewayClient gateway)
{
    private const string Path = "/notifications/v1/preferences";

    public Task<Reading<Chosen>> ReadAsync(CancellationToken ct) => gateway.ReadAsync<Chosen>(Path, ct);

    public async Task<Choosing> ChooseAsync(Chosen chosen, string etag, CancellationToken ct)
    {
        using var response = await gateway.ReplaceAsync(Path, chosen, etag, ct);
        return response?.StatusCode switch
        {
            HttpStatusCode.OK => Choosing.Kept,
            HttpStatusCode.PreconditionFailed => Choosing.ChangedElsewhere,
            _ => Choosing.Away,
        };
    }

    /// <summary>Whether our last letter reached the person.</summary>
    public Task<Reading<Reach>> ReachAsync(CancellationToken ct) => gateway.ReadAsync<Reach>("/notifications/v1/reach", ct);
}

internal enum Choosing
{
    Kept,
    ChangedElsewhere,
    Away,
}

/// <summary>What is sent by which way, before which appointments, and when not. Field names are those of the gateway's API.</summary>
public sealed record Chosen(ByTopic Email, ByTopic Push, ByTopic Sms, Before Reminders, Hours? QuietHours, TimeOnly? DigestAt);

public sealed record ByTopic(bool Appointments, bool Reminders);

public sealed record Before(bool OneWeek, bool OneDay, bool TwoHours);

public sealed record Hours(TimeOnly From, TimeOnly Until);

/// <summary>Whether the last letter could not be delivered.</summary>
public sealed record Reach(bool CouldNotReachByEmail);
