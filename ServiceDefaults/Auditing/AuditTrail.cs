using System.Data.Common;
using System.Diagnostics;
using System.Security.Claims;
using Journease.Audit;
using Journease.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

/// <summary>What one request does with people's data, for the audit. Acts say whose data it is; the rest is known.</summary>
public sealed class AuditTrail(IHttpContextAccessor http, NpgsqlDataSource database)
{
    private readonly HashSet<Guid> subjects = [];
    private Guid? reason;
    private Guid? actor;

    /// <summary>True once the act's own transaction carries its row.</summary>
    internal bool IsWritten { get; private set; }

    /// <summary>True where the act changes something although it was asked for with a method that only reads.</summary>
    internal bool IsWrite { get; private set; }

    /// <summary>True where a row is written although it names nobody.</summary>
    internal bool IsWrittenForNobodyToo { get; private set; }

    /// <summary>True once a page has said who is at it.</summary>
    internal bool IsOfPage { get; private set; }

    /// <summary>The data of this person is read or changed; in circle space the membership.</summary>
    public void About(Guid subject) => subjects.Add(subject);

    /// <summary>The data of these people is read.</summary>
    public void About(IEnumerable<Guid> people) => subjects.UnionWith(people);

    /// <summary>A member does something in a circle: the row names the membership, and never whose it is.</summary>
    public void ByMember(Guid membership)
    {
        actor = membership;
        About(membership);
    }

    /// <summary>The person is at one of identity's pages, where a cookie and no token says who they are.</summary>
    public void AtPage(Guid account)
    {
        IsOfPage = true;
        actor = account;
        About(account);
    }

    /// <summary>Whoever this session belongs to signs out, which a link may ask for.</summary>
    public void SigningOut(ClaimsPrincipal? session)
    {
        if (Guid.TryParse(session?.FindFirstValue("sub"), out var account))
        {
            AtPage(account);
            IsWrite = true;
        }
    }

    /// <summary>It is about this account, if there is one; where not, a row all the same, because the time that it takes would tell.</summary>
    public void AboutOneOrNobody(Guid? account)
    {
        IsWrittenForNobodyToo = true;
        About(account is { } one ? [one] : []);
    }

    /// <summary>It is done under this emergency access, and would be refused without.</summary>
    public void Because(Guid emergencyAccess) => reason = emergencyAccess;

    /// <summary>Writes what was done into the act's transaction: both are there, or neither.</summary>
    internal async Task WriteAsync(DbTransaction transaction, int outcome, CancellationToken ct)
    {
        await AuditTable.InsertAsync((NpgsqlConnection)transaction.Connection!, transaction, Events(AuditKind.Write, outcome), ct);
        IsWritten = true;
    }

    /// <summary>A try that was rolled back has written nothing.</summary>
    internal void Forget() => IsWritten = false;

    /// <summary>False where it is known neither who asked nor about whom.</summary>
    internal bool KnowsSomebody() => subjects.Count > 0 || http.HttpContext!.User.FindFirstValue("sub") is not null
        || DeclaredSubject(http.HttpContext, AuditedRequests.EndpointOf(http.HttpContext)) is not null;

    /// <summary>Writes what was seen or refused, at once.</summary>
    internal async Task RecordAsync(AuditKind kind, int outcome, string? problem, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await AuditTable.InsertAsync(connection, null, Events(kind, outcome, problem), ct);
    }

    private IEnumerable<AuditEvent> Events(AuditKind kind, int outcome, string? problem = null)
    {
        var request = http.HttpContext!;
        var endpoint = AuditedRequests.EndpointOf(request);
        if (subjects.Count == 0 && DeclaredSubject(request, endpoint) is { } declared)
        {
            subjects.Add(declared);
        }

        var template = new AuditEvent
        {
            Actor = actor?.ToString() ?? request.User.FindFirstValue("sub"),
            Roles = string.Join(' ', request.User.FindAll("role").Select(role => role.Value).Where(Roles.All.Contains)),
            Client = request.User.FindFirstValue("client_id") is { Length: <= 100 } client ? client : null,
            Act = endpoint?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "unknown",
            Kind = kind,
            ObjectId = AuditedRequests.RouteOf(request).Values.Select(value => Guid.TryParse(value?.ToString(), out var id) ? id : (Guid?)null).LastOrDefault(id => id is not null),
            ReasonId = reason,
            Outcome = outcome,
            Problem = problem,
            TraceId = Activity.Current?.TraceId.ToString() ?? request.TraceIdentifier,
        };
        return subjects.Count == 0
            ? [template]
            : subjects.Select(subject => template with { Id = Guid.CreateVersion7(), SubjectId = subject });
    }

    // Known without the act, which does not run when the request is refused before.
    private static Guid? DeclaredSubject(HttpContext request, Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<AuditDeclaration>() switch
    {
        ConcernsCaller when Guid.TryParse(request.User.FindFirstValue("sub"), out var self) => self,
        ConcernsNamed { RouteValue: { } name } when Guid.TryParse(AuditedRequests.RouteOf(request)[name]?.ToString(), out var named) => named,
        _ => null,
    };
}
