using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>
/// Runs an act in one transaction together with the memory of its answer. A refused act leaves nothing behind; an act
/// that succeeded answers a repeated request from memory.
/// </summary>
internal sealed class UnitOfWorkFilter(WriteRequirement requirement) : IEndpointFilter
{
    private const int LongestKey = 255;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Refusal(http.Request) is { } refusal)
        {
            return refusal;
        }

        var services = http.RequestServices;
        var ct = http.RequestAborted;
        var given = http.Request.Headers["Idempotency-Key"].ToString();
        // Also without a key of the caller's: it tells a commit whose confirmation was lost from one that never happened.
        var key = RequestIdentity.KeyOf(http, given.Length > 0 ? given : Guid.CreateVersion7().ToString());
        var hash = given.Length > 0 ? await RequestIdentity.HashAsync(http.Request, ct) : [];
        var db = services.GetRequiredService<ServiceDbContext>();
        var memory = new AnswerMemory(db, services.GetRequiredService<IDataProtectionProvider>(), services.GetRequiredService<TimeProvider>());

        var trail = services.GetRequiredService<AuditTrail>();
        var concernsPeople = http.GetEndpoint()?.Metadata.GetMetadata<AuditDeclaration>() is { IsAudited: true };

        var answer = await db.InOneTransactionAsync(async (transaction, token) =>
        {
            trail.Forget();
            if (!await memory.ClaimAsync(key, hash, token))
            {
                return await memory.RecallAsync(key, hash, token) is { } earlier
                    ? earlier
                    : await CapturedAnswer.FromAsync(http, CommonProblems.KeyReused.Because("Use a new Idempotency-Key for a new request."));
            }

            var given = await CapturedAnswer.FromAsync(http, await next(context));
            if (given.Succeeded)
            {
                await memory.RememberAsync(key, given, token);
                if (concernsPeople)
                {
                    await trail.WriteAsync(transaction.GetDbTransaction(), given.Status, token);
                }
                await transaction.CommitAsync(token);
            }
            return given;
        }, ct);

        await answer.SendAsync(http.Response, ct);
        return Results.Empty;
    }

    private IResult? Refusal(HttpRequest request)
    {
        var key = request.Headers["Idempotency-Key"].ToString();
        if (key.Length > LongestKey || (requirement == WriteRequirement.IdempotencyKey && key.Length == 0))
        {
            return Invalid("Idempotency-Key", "Send an Idempotency-Key of 1 to 255 characters, for example a new UUID, and the same one when you retry.");
        }
        if (requirement != WriteRequirement.IfMatch)
        {
            return null;
        }

        var ifMatch = request.Headers.IfMatch.ToString();
        if (ifMatch.Length == 0)
        {
            return CommonProblems.VersionMissing.Because("Send the ETag that you last read as If-Match.");
        }
        return IfMatch.TryParse(ifMatch, out _) ? null : Invalid("If-Match", "Send one strong ETag, as you last read it.");
    }

    private static ValidationProblem Invalid(string header, string sentence) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]> { [header] = [sentence] }, type: CommonProblems.Invalid.Uri, title: CommonProblems.Invalid.Title);
}
