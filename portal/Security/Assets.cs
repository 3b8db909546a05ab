using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Journease.Portal.Security;

/// <summary>Style sheets and pictures: their addresses carry their content's hash, so that browsers keep them until they change.</summary>
public sealed class Assets(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> addresses = new();

    /// <summary>The address of a file below wwwroot, for example <c>css/base.css</c>.</summary>
    public string this[string path] => addresses.GetOrAdd(path, Address);

    internal static bool IsAsset(PathString path) => path.StartsWithSegments("/css") || path.StartsWithSegments("/img");

    private string Address(string path)
    {
        using var content = environment.WebRootFileProvider.GetFileInfo(path).CreateReadStream();
        return $"/{path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..10]}";
    }
}

internal static class AssetFiles
{
    public static void UseAssets(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });
}
