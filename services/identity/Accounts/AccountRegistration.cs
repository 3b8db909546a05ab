using Journease.Identity.Passkeys;
using Journease.Identity.Passwords;
using Journease.Identity.Sessions;
using Journease.Identity.Throttling;
using Journease.ServiceDefaults.Verbs;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.Accounts;

internal static class AccountRegistration
{
    /// <summary>ASP.NET Core Identity over this service's own context, and the cookie of its pages.</summary>
    public static void AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddIdentityCore<Credential>(options =>
            {
                // Length is what makes a password strong; composition rules only make it forgettable (NIST 800-63B).
                options.Password.RequiredLength = PasswordRules.Shortest;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                // Guessing is made slow by Throttling/, which nobody can use to keep somebody out.
                options.Lockout.AllowedForNewUsers = false;
                options.ClaimsIdentity.UserIdClaimType = "sub";
            })
            .AddUserStore<CredentialStore>()
            .AddClaimsPrincipalFactory<CredentialClaims>();

        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, cookie =>
        {
            // Ports of one host share their cookies, so every part of the platform has a name of its own.
            cookie.Cookie.Name = "journease-identity";
            cookie.Cookie.Path = "/identity";
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = Addresses.SignIn;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
        });
        builder.Services.AddAuthorization();
        builder.Services.AddScoped<AccountDetails>();
        builder.Services.AddScoped<OpenAccount>();
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordHashing.Iterations);
        builder.Services.AddScoped<IPasswordHasher<Credential>, PasswordHashing>();
        builder.Services.AddOptions<PasswordSettings>().BindConfiguration("Passwords");
        builder.Services.AddSingleton<BreachedPasswords>();
        builder.Services.AddSingleton<PasswordRules>();
        builder.Services.AddSingleton<PasswordLetters>();
        builder.Services.AddScoped<Throttle>();
        builder.Services.AddSingleton<Limits>();
        builder.Services.AddSingleton<KnownDevice>();
        builder.Services.AddHostedService<ForgetLeftovers>();
        builder.Services.AddScoped<IDemonstrationData, DemonstrationAccounts>();
    }
}
