using Journease.Identity.Accounts;
using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Journease.Identity.OpenIdConnect;

/// <summary>A client reads what its scopes allow about the person who signed in.</summary>
internal static class ReadUserInfo
{
    public static void MapReadUserInfo(this IEndpointRouteBuilder app) =>
        app.MapMethods(Addresses.UserInfo, [HttpMethods.Get, HttpMethods.Post], HandleAsync)
            .WithName(nameof(ReadUserInfo))
            .WithSummary("Read name, e-mail and roles of the person who signed in (OpenID Connect)")
            .AllowAnonymous()
            .AboutNamed()
            .OnlyReads();

    private static async Task<IResult> HandleAsync(HttpContext http, IdentityDbContext db, AccountDetails details, AuditTrail audit, CancellationToken ct)
    {
        var token = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (token.Principal?.HasScope(Scopes.OpenId) != true || await SignedInPerson.FindAsync(token.Principal, db, details, ct) is not { } person)
        {
            return Results.Challenge(
                new(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidToken }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        }

        audit.AtPage(person.Account.Id);
        var answer = new Dictionary<string, object?> { [Claims.Subject] = person.Account.Id };
        if (token.Principal.HasScope(Scopes.Profile))
        {
            answer[Claims.Name] = person.Details.Name;
        }
        if (token.Principal.HasScope(Scopes.Email))
        {
            answer[Claims.Email] = person.Details.Email;
            answer[Claims.EmailVerified] = true;
        }
        if (token.Principal.HasScope(Scopes.Roles))
        {
            answer[Claims.Role] = person.Roles;
        }
        return TypedResults.Ok(answer);
    }
}
