using Journease.Identity.Accounts;
using Journease.Identity.OpenIdConnect;
using Journease.Identity.Pages;
using Journease.ServiceDefaults.Auditing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Journease.Identity.OwnAccount;

/// <summary>
/// Before every page of a person's own account: somebody is signed in, what they sent comes from one of our pages, and where
/// a way in is changed they have signed in just now. Otherwise they are sent to do so, and back.
/// </summary>
internal sealed class OwnAccountGate : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        var person = await SignedInPerson.FindAsync(
            session.Principal, services.GetRequiredService<IdentityDbContext>(), services.GetRequiredService<AccountDetails>(), http.RequestAborted);
        var needsFresh = http.GetEndpoint()?.Metadata.GetMetadata<FreshSignIn>() is not null;
        if (person is null || (needsFresh && !person.MayChangeWaysIn(services.GetRequiredService<TimeProvider>().GetUtcNow())))
        {
            return Results.LocalRedirect(Addresses.SignIn + QueryString.Create("returnUrl", Addresses.Account));
        }

        var visit = services.GetRequiredService<OwnAccountVisit>();
        visit.Person = person;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            if (await http.ReadFormOrNullAsync(http.RequestAborted) is not { } form)
            {
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            }
            if (!await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                return Results.LocalRedirect(Addresses.Account);
            }
            visit.Form = form;
        }
        services.GetRequiredService<AuditTrail>().AtPage(person.Account.Id);
        return await next(context);
    }
}

/// <summary>Marks what only somebody may do who has signed in within the last minutes.</summary>
internal sealed record FreshSignIn
{
    public static readonly FreshSignIn Needed = new();
}

internal static class FreshSignInConvention
{
    public static TBuilder NeedsFreshSignIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(FreshSignIn.Needed);
}
