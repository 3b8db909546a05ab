using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Journease.Identity.Tests.Authorization;
using Journease.ServiceDefaults.Authentication;
using Journease.Testing;
using Journease.Testing.Services;
using Microsoft.IdentityModel.Tokens;

namespace Journease.Identity.Tests.Integration;

/// <summary>What is no access token of ours opens nothing here, however much it looks like one.</summary>
[Trait("Needs", "servers")]
public sealed class GarbageTokenTests(IdentityHost host) : IClassFixture<IdentityHost>, IAsyncLifetime
{
    private static readonly Uri UserInfo = new("/identity/connect/userinfo", UriKind.Relative);
    private static readonly Uri Api = new("/identity/v1/account/closing", UriKind.Relative);

    private SignedInVisitor person = null!;
    private Tokens tokens = null!;

    [Theory]
    [InlineData("nonsense")]
    [InlineData("two dots")]
    [InlineData("another alphabet")]
    [InlineData("no signature, which it says")]
    [InlineData("the public key as a shared secret")]
    [InlineData("another key of the same name")]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("not good yet")]
    [InlineData("the id token")]
    [InlineData("the refresh token")]
    [InlineData("a megabyte")]
    public async Task It_is_refused_and_the_service_lives(string kind)
    {
        foreach (var address in new[] { UserInfo, Api })
        {
            using var program = host.NewProgram();
            program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + Garbage(kind));

            var answer = await program.GetAsync(address, TestContext.Current.CancellationToken);

            Assert.True((int)answer.StatusCode is 400 or 401, $"{address} answered {answer.StatusCode}");
            Assert.DoesNotContain(person.Email, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Access_token);
            await program.GetAsync(address, TestContext.Current.CancellationToken).ExpectAsync(HttpStatusCode.OK);
        }
    }

    public async ValueTask InitializeAsync()
    {
        person = await new Visitors(host).ArriveAsync(Guid.CreateVersion7(), Roles.Client);
        tokens = await new VisitorTokens(host).OfAsync(person, IdentityMatrixTests.App);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Garbage(string kind)
    {
        var (parts, own) = (tokens.Access_token.Split('.'), new VisitorTokens(host));
        return kind switch
        {
            "nonsense" => "nonsense",
            "two dots" => "..",
            "another alphabet" => "\u00ff\u00fe.\u00fd.\u00fc",
            "no signature, which it says" => $"{Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")}.{parts[1]}.",
            "the public key as a shared secret" => own.SignedAgain(tokens.Access_token, key => new(
                new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Convert.ToBase64String(PublicPartOf((RsaSecurityKey)key)))) { KeyId = key.KeyId }, SecurityAlgorithms.HmacSha256)),
            "another key of the same name" => own.SignedAgain(tokens.Access_token, key => new(
                new RsaSecurityKey(RSA.Create(2048)) { KeyId = key.KeyId }, SecurityAlgorithms.RsaSha256)),
            "another issuer" => TestTokens.Create(Claims, "identity", issuer: "https://elsewhere.test/identity"),
            "another audience" => TestTokens.Create(Claims, "intake"),
            "not good yet" => TestTokens.Create(Claims, "identity", expires: DateTime.UtcNow.AddHours(2)),
            "the id token" => tokens.Id_token!,
            "the refresh token" => tokens.Refresh_token!,
            _ => new string('a', 1 << 20),
        };
    }

    private static byte[] PublicPartOf(RsaSecurityKey key) => (key.Rsa ?? RSA.Create(key.Parameters)).ExportSubjectPublicKeyInfo();

    private Dictionary<string, object> Claims => new() { ["sub"] = person.Account.ToString(), ["role"] = new[] { "administrator" } };
}
