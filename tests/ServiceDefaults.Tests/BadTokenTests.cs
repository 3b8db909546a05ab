using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Journease.ServiceDefaults.Tests.Notes;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Journease.ServiceDefaults.Tests;

[Trait("Needs", "servers")]
public sealed class BadTokenTests(NotesService notes) : IClassFixture<NotesService>
{
    private static readonly Uri Note = new($"/notes/v1/notes/{Guid.CreateVersion7()}", UriKind.Relative);
    private static readonly Dictionary<string, object> Person = new() { ["sub"] = Guid.CreateVersion7().ToString() };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> BadTokens()
    {
        var parts = TestTokens.For(Guid.CreateVersion7(), "notes").Split('.');
        return new()
        {
            { "garbage", "garbage" },
            { "three empty parts", ".." },
            { "alg none", $"{Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}." },
            { "alg none with the signature of another", $"{Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.{parts[2]}" },
            { "signed with the public key as if it were a secret", SignedWithThePublicKey() },
            { "another issuer", TestTokens.Create(Person, "notes", issuer: "https://elsewhere.test/identity") },
            { "another audience", TestTokens.Create(Person, "intake") },
            { "over", TestTokens.Create(Person, "notes", expires: DateTime.UtcNow.AddMinutes(-1)) },
            { "not yet", TestTokens.Create(Person, "notes", expires: DateTime.UtcNow.AddHours(2)) },
            { "tampered with", $"{parts[0]}.{Encode($$"""{"iss":"{{TestTokens.Issuer}}","aud":"notes","sub":"{{Guid.CreateVersion7()}}"}""")}.{parts[2]}" },
            { "without its signature", $"{parts[0]}.{parts[1]}." },
            { "an id token", TestTokens.Create(Person, "notes", type: "JWT") },
            { "another key under the same name", TestTokens.Create(Person, "notes", key: new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }) },
            { "a megabyte", new string('a', 1024 * 1024) },
            { "a megabyte between dots", $"{parts[0]}.{new string('a', 1024 * 1024)}.{parts[2]}" },
        };
    }

    [Theory]
    [MemberData(nameof(BadTokens), DisableDiscoveryEnumeration = true)]
    public async Task It_is_refused_and_nothing_is_said_about_why(string what, string token)
    {
        using var client = notes.WithToken(token);

        var answer = await client.PutIfMatchAsync(Note.ToString(), new { text = "x", priority = 1 }, "\"1\"");

        await answer.ProblemAsync(401, "not-signed-in");
        Assert.Equal("Bearer error=\"invalid_token\"", Assert.Single(answer.Headers.WwwAuthenticate).ToString());
        Assert.DoesNotContain("IDX", notes.Log.ToString(), StringComparison.Ordinal);
        using var good = notes.ClientFor(Guid.CreateVersion7());
        Assert.NotEmpty(what);
        await good.GetAsync(Note, Ct).ProblemAsync(404, "not-found"); // alive
    }

    [Fact]
    public async Task Two_tokens_at_once_are_none()
    {
        using var client = notes.Anonymous;
        var good = "Bearer " + TestTokens.For(Guid.CreateVersion7(), "notes");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", [good, good]);

        await client.PutIfMatchAsync(Note.ToString(), new { text = "x", priority = 1 }, "\"1\"").ProblemAsync(401, "not-signed-in");
    }

    [Theory]
    [InlineData("Basic", "aWQ6c2VjcmV0")]
    [InlineData("Bearer", "")]
    public async Task Another_scheme_or_no_token_is_nobody(string scheme, string value)
    {
        using var client = notes.Anonymous;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, value);

        await client.PutIfMatchAsync(Note.ToString(), new { text = "x", priority = 1 }, "\"1\"").ProblemAsync(401, "not-signed-in");
    }

    private static string SignedWithThePublicKey()
    {
        var secret = new SymmetricSecurityKey(TestTokens.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "test" };
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TestTokens.Issuer,
            Audience = "notes",
            Claims = Person,
            TokenType = "at+jwt",
            SigningCredentials = new SigningCredentials(secret, SecurityAlgorithms.HmacSha256),
        });
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes(json));
}
