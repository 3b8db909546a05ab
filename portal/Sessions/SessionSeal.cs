using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace Journease.Portal.Sessions;

/// <summary>Seals what a session keeps. The seal names the row, so that nobody can swap the contents of two sessions.</summary>
internal sealed class SessionSeal(IDataProtectionProvider protection)
{
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    public static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)));

    public byte[] Seal(string id, AuthenticationTicket ticket) => For("ticket", id).Protect(TicketSerializer.Default.Serialize(ticket));

    public byte[] Seal(string id, SessionTokens tokens) => For("tokens", id).Protect(JsonSerializer.SerializeToUtf8Bytes(tokens));

    /// <summary>The ticket, or null when it can no longer be read because its key is gone.</summary>
    public AuthenticationTicket? OpenTicket(Session session) =>
        Open("ticket", session.Id, session.Ticket) is { } bytes ? TicketSerializer.Default.Deserialize(bytes) : null;

    /// <inheritdoc cref="OpenTicket"/>
    public SessionTokens? OpenTokens(Session session) =>
        Open("tokens", session.Id, session.Tokens) is { } bytes ? JsonSerializer.Deserialize<SessionTokens>(bytes) : null;

    private byte[]? Open(string what, string id, byte[] sealedBytes)
    {
        try
        {
            return For(what, id).Unprotect(sealedBytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string what, string id) => protection.CreateProtector("Journease.Portal.Session", what, id);
}
