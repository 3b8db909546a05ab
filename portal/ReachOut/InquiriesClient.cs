using System.Net;
using System.Text.Json;
using Journease.Portal.Gateway;

namespace Journease.Portal.ReachOut;

/// <summary>Hands an inquiry to the practice.</summary>
internal sealed class InquiriesClient(GatewayClient gateway)
{
    /// <summary>Sends it; the same key sends the same inquiry, however often the button was pressed.</summary>
    public async Task<Delivery> SendAsync(Inquiry inquiry, string key, CancellationToken ct)
    {
        using var response = await gateway.CreateAsync("/intake/v1/inquiries", inquiry, key, ct);
        return response switch
        {
            null => new(DeliveryState.Away),
            { StatusCode: HttpStatusCode.OK or HttpStatusCode.Created } => new(DeliveryState.Kept, Receipt: await ReadAsync<Receipt>(response, ct)),
            { StatusCode: HttpStatusCode.BadRequest } => new(DeliveryState.Refused, (await ReadAsync<Problem>(response, ct))?.Errors),
            { StatusCode: HttpStatusCode.UnprocessableEntity } => new(DeliveryState.KeptEarlier),
            { StatusCode: HttpStatusCode.TooManyRequests } => new(DeliveryState.TooMany),
            _ => new(DeliveryState.Away),
        };
    }

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken ct)
        where T : class
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(ct);
        }
        catch (JsonException)
        {
            return null; // the status has said what matters
        }
    }

    private sealed record Problem(IReadOnlyDictionary<string, string[]>? Errors);
}

/// <summary>What the practice is told. Field names are those of the gateway's API.</summary>
internal sealed record Inquiry(string Name, string Message, string ContactWay, string Contact, bool? SafeToLeaveMessage);

/// <summary>Who answers, and when, in the words of the practice.</summary>
internal sealed record Receipt(string? AnsweredBy, string? AnsweredWhen);

internal enum DeliveryState
{
    Kept,

    /// <summary>Another text was already kept under this key: an earlier try had arrived after all.</summary>
    KeptEarlier,

    Refused,
    TooMany,
    Away,
}

/// <summary>How sending went; on refusal, per field what is wrong with it.</summary>
internal sealed record Delivery(DeliveryState State, IReadOnlyDictionary<string, string[]>? Errors = null, Receipt? Receipt = null);
