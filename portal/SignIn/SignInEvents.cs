using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Primitives;

namespace Journease.Portal.SignIn;

/// <summary>What happens around a sign-in, besides the protocol.</summary>
internal sealed partial class SignInEvents(PortalSignInSettings settings, ILogger<SignInEvents> logger) : OpenIdConnectEvents
{
    public override Task RedirectToIdentityProvider(RedirectContext context) => SendToPublicAddress(context);

    public override Task RedirectToIdentityProviderForSignOut(RedirectContext context) => SendToPublicAddress(context);

    public override Task TicketReceived(TicketReceivedContext context)
    {
        // A session that the browser already shows must not become this person's: somebody else may know it too.
        context.Request.Headers.Cookie = StringValues.Empty;
        return Task.CompletedTask;
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        LogFailed(context.Failure?.GetType().Name ?? "unknown");
        context.Response.Redirect(SignInPaths.Problem);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    // Browsers only ever go to the public address, whatever address the issuer's documents were read from.
    private Task SendToPublicAddress(RedirectContext context)
    {
        var asked = new Uri(context.ProtocolMessage.IssuerAddress);
        context.ProtocolMessage.IssuerAddress = settings.IssuerOrigin + asked.PathAndQuery;
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in did not succeed: {Failure}")]
    private partial void LogFailed(string failure);
}
