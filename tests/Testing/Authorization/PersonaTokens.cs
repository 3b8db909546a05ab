using System.Text;
using Journease.Testing.Services;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Testing.Authorization;

/// <summary>The token that each persona shows a service, signed by the tests' own issuer.</summary>
public static class PersonaTokens
{
    /// <summary>The same for every row: to be disabled takes a moment to be known everywhere.</summary>
    public static readonly Guid DisabledAccount = Guid.CreateVersion7();

    /// <summary>Null for who shows none.</summary>
    public static string? For(Persona persona, Scene scene, string audience)
    {
        if (persona == Persona.Anonymous)
        {
            return null;
        }
        if (persona == Persona.Service)
        {
            return TestTokens.ForService(audience);
        }

        var account = persona == Persona.Disabled ? DisabledAccount : scene.Account(persona.ActsAsOwner ? Persona.Owner : persona);
        var token = TestTokens.Create(
            new() { ["sub"] = account.ToString(), ["role"] = new[] { persona.Role! } },
            persona == Persona.WrongAudience ? "another-service" : audience,
            expires: persona == Persona.Expired ? DateTime.UtcNow.AddMinutes(-5) : null);
        return persona == Persona.Tampered ? Tampered(token) : token;
    }

    /// <summary>Other claims under the same signature: a client makes an administrator of themselves.</summary>
    public static string Tampered(string token)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1]));
        var changed = claims.Replace("\"client\"", "\"administrator\"", StringComparison.Ordinal);
        parts[1] = Base64UrlEncoder.Encode(changed == claims ? claims + " " : changed);
        return string.Join('.', parts);
    }
}
