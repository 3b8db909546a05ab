using System.Data.Common;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>
/// A page that changes something commits by itself, outside the unit of work. Once it has said who is at it, its row becomes
/// part of what it commits: both are there, or neither.
/// </summary>
internal sealed class AuditWithCommit(AuditTrail trail, IHttpContextAccessor http) : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (IsPageThatWrites() && trail is { IsOfPage: true, IsWritten: false })
        {
            // What commits has succeeded, and pages answer that by leading on.
            await trail.WriteAsync(transaction, StatusCodes.Status302Found, cancellationToken);
        }
        return result;
    }

    public override Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        trail.Forget();
        return Task.CompletedTask;
    }

    private bool IsPageThatWrites() =>
        http.HttpContext is { } request && AuditedRequests.IsWrite(request, trail)
        && AuditedRequests.EndpointOf(request)?.Metadata is { } said
        && said.GetMetadata<AuditDeclaration>() is { IsAudited: true } && said.GetMetadata<WriteMetadata>() is null;
}
