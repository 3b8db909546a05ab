using System.Security.Cryptography;

namespace Journease.Identity.Pages;

/// <summary>What the pages load, from the binary; its address changes with its content, so it may be kept for ever.</summary>
internal sealed class PageFile
{
    public static readonly PageFile Stylesheet = new("pages.css", "text/css; charset=utf-8");

    /// <summary>Comforts only: every page works without it.</summary>
    public static readonly PageFile Script = new("pages.js", "text/javascript; charset=utf-8");

    /// <summary>Signs in with a passkey, or adds one.</summary>
    public static readonly PageFile Passkeys = new("passkeys.js", "text/javascript; charset=utf-8");

    private readonly string path;
    private readonly string type;
    private readonly byte[] content;

    private PageFile(string name, string type)
    {
        this.type = type;
        path = "/identity/" + name;
        using var stream = typeof(PageFile).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        content = copy.ToArray();
        Address = $"{path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }

    public string Address { get; }

    public static void MapAll(IEndpointRouteBuilder app)
    {
        Stylesheet.Map(app, nameof(Stylesheet), "The look of the sign-in pages");
        Script.Map(app, nameof(Script), "Comforts of the sign-in pages, such as showing what was typed");
        Passkeys.Map(app, "PasskeysScript", "Signs in with a passkey, or adds one");
    }

    private void Map(IEndpointRouteBuilder app, string name, string summary) =>
        app.MapGet(path, (HttpResponse response) =>
            {
                response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(content, type);
            })
            .WithName(name).WithSummary(summary).AllowAnonymous();
}
