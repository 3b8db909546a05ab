using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Journease.Identity.Throttling;

/// <summary>Remembers, in a cookie of the device, which accounts have signed in there: it may go on trying when others may not.</summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, PublicAddress address, TimeProvider clock)
{
    private const string CookieName = "journease-device";
    private const int MostAccounts = 5;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    private readonly IDataProtector protector = protection.CreateProtector("known-device");

    /// <summary>The id of the device when this account has signed in on it; null when not.</summary>
    public string? IdFor(HttpContext http, string accountKey) =>
        Read(http) is { } device && device.Accounts.Contains(accountKey) ? device.Id : null;

    /// <summary>As a session begins: until the second factor is right, nobody has signed in.</summary>
    public void Remember(HttpContext http, string accountKey)
    {
        var known = Read(http) ?? new(Guid.CreateVersion7().ToString("N"), []);
        var device = known with { Accounts = [.. known.Accounts.Where(account => account != accountKey).TakeLast(MostAccounts - 1), accountKey] };
        http.Response.Cookies.Append(CookieName, protector.Protect(JsonSerializer.Serialize(device)), new()
        {
            Path = "/identity",
            HttpOnly = true,
            Secure = address.IsSecure,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            Expires = clock.GetUtcNow() + KeptFor,
        });
    }

    private Device? Read(HttpContext http)
    {
        try
        {
            return http.Request.Cookies[CookieName] is { } cookie ? JsonSerializer.Deserialize<Device>(protector.Unprotect(cookie)) : null;
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record Device(string Id, string[] Accounts);
}
