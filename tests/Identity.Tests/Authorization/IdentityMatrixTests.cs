using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Journease.Identity.Accounts;
using Journease.Testing.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Journease.Identity.Tests.Authorization;

/// <summary>
/// Pages know people by a cookie, the API by a token. Expired is a session that is over, wrong audience a cookie or token of
/// another part of the platform. The client owner has a passkey and a second session, and letters with links on the way.
/// </summary>
[Trait("Needs", "servers")]
public sealed partial class IdentityMatrixTests(IdentityMatrixHost identity)
    : AuthorizationMatrix<Program>(identity, "/identity/v1", "identity"), IClassFixture<IdentityMatrixHost>
{
    private const string Cookie = "cookie";
    private const string CookieAlone = "cookie and no form token";
    private const string Token = "token";
    private const string Nothing = "nothing";

    private static int visits;

    private readonly IdentityMatrixHost identity = identity;
    private readonly Visitors visitors = new(identity);
    private readonly VisitorTokens tokens = new(identity);

    internal static SignInFlow App => SignInFlow.Mobile("openid profile email roles offline_access identity");

    protected override string Settled => """
        select not exists (select from identity.outbox_message where parked_at is null)
           and not exists (select from identity.mail where sent_at is null and given_up_at is null)
        """;

    // Some of what OpenID Connect asks for has no endpoint: the library answers by itself.
    protected override IEnumerable<string> Endpoints()
    {
        var routes = identity.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/identity", StringComparison.Ordinal) && !endpoint.RoutePattern.RawText.EndsWith("openapi.json", StringComparison.Ordinal))
            .ToList();
        var addresses = routes.Select(endpoint => endpoint.RoutePattern.RawText).ToHashSet();
        var server = identity.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        var without = typeof(OpenIddictServerOptions).GetProperties().Where(property => property.PropertyType == typeof(List<Uri>))
            .Where(property => ((List<Uri>)property.GetValue(server)!).Exists(address => !addresses.Contains("/" + address.OriginalString)))
            .Select(property => property.Name.Replace("EndpointUris", "", StringComparison.Ordinal));
        return routes.Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.RoutePattern.RawText!).Concat(without);
    }

    protected override async Task<Scene> ArrangeAsync()
    {
        var scene = new Scene();
        scene["password"] = NewPerson.Password;
        scene["owner e-mail"] = (await ArriveAsync(scene, Persona.Owner)).Email;
        await using var scope = identity.Services.CreateAsyncScope();
        await OwnerThings.MakeAsync(scope.ServiceProvider, scene, visitors);
        return scene;
    }

    protected override async Task EnterAsync(Persona persona, Scene scene, MatrixRow row)
    {
        if (persona == Persona.Anonymous || (persona == Persona.Owner && !NeedsTokens(row)))
        {
            return;
        }
        if (persona == Persona.Service)
        {
            scene[persona, Token] = await tokens.OfServiceAsync();
            return;
        }
        if (persona == Persona.Disabled)
        {
            var (visitor, held) = await identity.DisabledAsync();
            Hold(scene, persona, visitor.Cookie, held);
            return;
        }
        var own = persona.ActsAsOwner ? await OnceMoreAsync(scene, persona) : scene[persona, "session"].Length > 0 ? Known(scene, persona) : await ArriveAsync(scene, persona);
        var got = NeedsTokens(row) ? await tokens.OfAsync(own, App) : null;
        Hold(scene, persona, own.Cookie, got);
        await SpoilAsync(scene, persona, own, got);
    }

    protected override HttpClient NewClient()
    {
        var program = identity.NewProgram();
        // Everybody is at home somewhere else, or all would be counted as one.
        program.DefaultRequestHeaders.Add("X-Forwarded-For", $"2001:db8:{Interlocked.Increment(ref visits):x}::1");
        return program;
    }

    protected override async Task ShowAsync(HttpRequestMessage request, MatrixRow row, Persona persona, Scene scene)
    {
        if (With(row) == Token && scene[persona, Token] is { Length: > 0 } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
        if (With(row) is Cookie or CookieAlone)
        {
            await ShowCookieAsync(request, scene[persona, Cookie], withFormToken: With(row) == Cookie);
        }
    }

    protected override bool IsProperRefusal(MatrixRow row, HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType switch
    {
        "application/problem+json" => With(row) == Token || row.Path.StartsWith("/identity/v1", StringComparison.Ordinal),
        "text/html" => With(row) == Cookie,
        // As OAuth has it.
        "application/json" => row.Path.StartsWith("/identity/connect/", StringComparison.Ordinal),
        _ => row.Endpoint == "ReadUserInfo" && response.Headers.WwwAuthenticate.Count > 0,
    };

    // Of pages and userinfo, their own tests say what is in the audit.
    protected override bool IsTraced(MatrixRow row) => With(row) == Token && row.Endpoint != "ReadUserInfo";

    private static string With(MatrixRow row) => row.With ?? row.Path.Split('?')[0] switch
    {
        "/identity/connect/token" or "/identity/connect/revoke" => Nothing,
        "/identity/connect/userinfo" => Token,
        var path when path.StartsWith("/identity/v1", StringComparison.Ordinal) || path.StartsWith("{prefix}", StringComparison.Ordinal) => Token,
        _ => Cookie,
    };

    private static bool NeedsTokens(MatrixRow row) => With(row) == Token || row.Mentions("own refresh token");

    // A form carries what the last page gave to this browser.
    private async Task ShowCookieAsync(HttpRequestMessage request, string cookie, bool withFormToken)
    {
        var cookies = cookie.Length == 0 ? "" : $"journease-identity={cookie}; ";
        if (withFormToken && request.Content is { } content)
        {
            using var program = NewClient();
            using var asking = new HttpRequestMessage(HttpMethod.Get, "/identity/sign-out");
            asking.Headers.TryAddWithoutValidation("Cookie", cookies);
            using var page = await program.SendAsync(asking);
            var token = FormToken().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
            cookies += page.Headers.GetValues("Set-Cookie").First(set => set.StartsWith("journease-identity-form=", StringComparison.Ordinal)).Split(';')[0];
            request.Content = new StringContent($"{await content.ReadAsStringAsync()}&form-token={token}", content.Headers.ContentType);
        }
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
    }

    private async Task<SignedInVisitor> ArriveAsync(Scene scene, Persona persona)
    {
        var visitor = await visitors.ArriveAsync(scene.Account(persona), persona.Role!);
        Hold(scene, persona, visitor.Cookie, null);
        (scene[persona, "e-mail"], scene[persona, "name"], scene[persona, "session"]) = (visitor.Email, visitor.Name, visitor.Session.ToString());
        scene.Telling[visitor.Email] = (visitor.Account, "the e-mail address");
        scene.Telling[visitor.Name] = (visitor.Account, "the name");
        return visitor;
    }

    private static SignedInVisitor Known(Scene scene, Persona persona) => new(
        scene.Account(persona), scene[persona, "e-mail"], scene[persona, "name"], Guid.Parse(scene[persona, "session"]), scene[persona, Cookie]);

    private Task<SignedInVisitor> OnceMoreAsync(Scene scene, Persona persona)
    {
        var owner = Known(scene, Persona.Owner);
        return visitors.SignInAsync(owner.Account, new PersonalDetails(owner.Email, owner.Name), TimeSpan.Zero);
    }

    private static void Hold(Scene scene, Persona persona, string cookie, Tokens? held) =>
        (scene[persona, Cookie], scene[persona, Token], scene[persona, "refresh token"]) = (cookie, held?.Access_token ?? "", held?.Refresh_token ?? "");

    // What the owner holds, made into what is not good.
    private async Task SpoilAsync(Scene scene, Persona persona, SignedInVisitor own, Tokens? got)
    {
        if (persona == Persona.Expired)
        {
            await identity.ScalarAsync<int>($"update identity.session set proved_at = proved_at - interval '91 days' where id = '{own.Session}'");
            Hold(scene, persona, own.Cookie, got is null ? null : got with { Access_token = await tokens.ExpiredAsync(got.Access_token) });
        }
        if (persona == Persona.WrongAudience)
        {
            var elsewhere = got is null ? null : await tokens.OfAsync(own, SignInFlow.Portal("offline_access scheduling"));
            Hold(scene, persona, visitors.ForAnotherPart(own.Cookie), elsewhere);
        }
        if (persona == Persona.Tampered)
        {
            Hold(scene, persona, VisitorTokens.Changed(own.Cookie), got is null ? null : got with
            {
                Access_token = PersonaTokens.Tampered(got.Access_token), Refresh_token = VisitorTokens.Changed(got.Refresh_token!),
            });
        }
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]*)\"")]
    private static partial Regex FormToken();
}
