using Journease.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http;

namespace Journease.ServiceDefaults.UnitOfWork;

public static class Etag
{
    /// <summary>Sends the version as a strong ETag, to be given back as If-Match.</summary>
    public static void SetEtag(this HttpResponse response, IVersioned thing) => response.Headers.ETag = $"\"{thing.Version}\"";

    /// <inheritdoc cref="SetEtag(HttpResponse, IVersioned)"/>
    public static void SetEtag(this HttpResponse response, long version) => response.Headers.ETag = $"\"{version}\"";
}
