using Journease.Portal.Gateway;
using Journease.Portal.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Journease.Portal.SignIn;

internal static class SignInSetUp
{
    private static readonly string[] Scopes =
        ["openid", "profile", "email", "roles", "offline_access", "identity", "intake", "scheduling", "content", "groups", "notifications"];

    /// <summary>Sign-in at identity (code and PKCE), kept as a session here. The browser never sees a token.</summary>
    public static void AddSignIn(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => PortalSignInSettings.From(builder.Configuration));
        builder.Services.AddTransient<IssuerInside>();
        // First of all handlers: the address that it gives is found by service discovery after it.
        builder.Services.AddHttpClient(IssuerInside.HttpClientName).AddHttpMessageHandler<VisitorAddress>().ConfigureAdditionalHttpMessageHandlers(
            (handlers, services) => handlers.Insert(0, services.GetRequiredService<IssuerInside>()));
        builder.Services.AddSingleton<SignInEvents>();
        builder.Services.AddSingleton<LogoutTokens>();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthorization();

        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOpenIdConnect();
        builder.Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<SessionStore, PortalSignInSettings>(Configure);
        builder.Services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme)
            .Configure<PortalSignInSettings, SignInEvents, IHttpClientFactory>(Configure);
    }

    private static void Configure(CookieAuthenticationOptions cookie, SessionStore sessions, PortalSignInSettings settings)
    {
        PortalCookies.Apply(cookie.Cookie, settings);
        cookie.SessionStore = sessions;
        cookie.ExpireTimeSpan = SessionStore.Idle;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/journey";
        cookie.ReturnUrlParameter = "returnUrl";
    }

    private static void Configure(OpenIdConnectOptions oidc, PortalSignInSettings settings, SignInEvents events, IHttpClientFactory clients)
    {
        oidc.Authority = settings.IssuerText;
        oidc.RequireHttpsMetadata = settings.IsHttps;
        oidc.Backchannel = clients.CreateClient(IssuerInside.HttpClientName);
        oidc.ClientId = PortalSignInSettings.ClientId;
        oidc.ClientSecret = settings.ClientSecret;
        oidc.ResponseType = OpenIdConnectResponseType.Code;
        // Comes back as a plain link: no script, and cookies may stay SameSite=Lax.
        oidc.ResponseMode = OpenIdConnectResponseMode.Query;
        oidc.UsePkce = true;
        oidc.SaveTokens = true; // the session store takes them out of the ticket
        oidc.MapInboundClaims = false;
        oidc.TokenValidationParameters.NameClaimType = "name";
        oidc.TokenValidationParameters.RoleClaimType = "role";
        oidc.TokenValidationParameters.ValidIssuers = [settings.IssuerText, settings.IssuerText + "/"];
        oidc.SignedOutRedirectUri = "/signed-out";
        oidc.Scope.Clear();
        foreach (var scope in Scopes)
        {
            oidc.Scope.Add(scope);
        }
        PortalCookies.Apply(oidc.CorrelationCookie, settings, "sign-in.");
        PortalCookies.Apply(oidc.NonceCookie, settings, "nonce.");
        oidc.Events = events;
    }
}
