using Journease.ServiceDefaults.Data;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>The version that the caller last read and means to change. A parameter of acts that edit.</summary>
public sealed class IfMatch(IHttpContextAccessor http)
{
    /// <summary>Refuses with 412 when the thing has changed since the caller read it.</summary>
    public void Require(IVersioned current)
    {
        if (!TryParse(http.HttpContext!.Request.Headers.IfMatch.ToString(), out var version) || version != current.Version)
        {
            throw CommonProblems.VersionStale.Broken("Read it again and repeat your change on what you see then.");
        }
    }

    internal static bool TryParse(string header, out long version)
    {
        version = 0;
        return header.Length > 2 && header[0] == '"' && header[^1] == '"' && long.TryParse(header.AsSpan(1, header.Length - 2), out version);
    }
}
