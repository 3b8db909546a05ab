using System.Net;

namespace Journease.Notifications.Delivery;

/// <summary>Asks identity how people are reached, with this service's own token.</summary>
internal sealed class IdentityClient(HttpClient http)
{
    /// <summary>Null when there is no such account, or it is closed; throws when identity does not answer.</summary>
    public async Task<Contact?> ContactAsync(Guid account, CancellationToken ct)
    {
        using var response = await http.GetAsync(new Uri($"/identity/v1/people/{account}/contact", UriKind.Relative), ct);
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<Contact>(ct);
    }
}
