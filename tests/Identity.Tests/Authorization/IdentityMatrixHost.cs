using Journease.Testing.Authorization;

namespace Journease.Identity.Tests.Authorization;

/// <summary>Identity with one person who was disabled after they had got everything that one can hold.</summary>
public sealed class IdentityMatrixHost : IdentityHost
{
    private readonly SemaphoreSlim turn = new(1);
    private (SignedInVisitor Visitor, Tokens Tokens)? disabled;

    internal async Task<(SignedInVisitor Visitor, Tokens Tokens)> DisabledAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (disabled is null)
            {
                var visitors = new Visitors(this);
                var visitor = await visitors.ArriveAsync(Guid.CreateVersion7(), Persona.Disabled.Role!);
                disabled = (visitor, await new VisitorTokens(this).OfAsync(visitor, IdentityMatrixTests.App));
                await visitors.DisableAsync(visitor.Account);
            }
            return disabled.Value;
        }
        finally
        {
            turn.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        turn.Dispose();
        base.Dispose(disposing);
    }
}
