using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Testing.Services;

/// <summary>Access tokens as identity issues them, signed with a key that only the tests of this process know.</summary>
public static class TestTokens
{
    public const string Issuer = "https://gateway.test/identity";

    public static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "test" };

    /// <summary>A token for a person with these roles.</summary>
    public static string For(Guid account, string audience, params string[] roles) =>
        Create(new() { ["sub"] = account.ToString(), ["role"] = roles }, audience);

    /// <summary>A token of another service's own, without a person.</summary>
    public static string ForService(string audience) =>
        Create(new() { ["sub"] = "journease-service-test", ["client_id"] = "journease-service-test" }, audience);

    /// <summary>A token of any shape, for tests of what must be refused.</summary>
    public static string Create(
        Dictionary<string, object> claims,
        string audience,
        string issuer = Issuer,
        string type = "at+jwt",
        DateTime? expires = null,
        SecurityKey? key = null)
    {
        var end = expires ?? DateTime.UtcNow.AddMinutes(10);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            Claims = claims,
            TokenType = type,
            NotBefore = end.AddHours(-1),
            IssuedAt = end.AddHours(-1),
            Expires = end,
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
        });
    }
}
