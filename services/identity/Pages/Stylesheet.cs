using System.Security.Cryptography;

namespace Journease.Identity.Pages;

/// <summary>The pages' one stylesheet, from the binary; its address changes with its content, so it may be kept for ever.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Content = Read();

    public static string Address { get; } = "/identity/pages.css?v=" + Convert.ToHexStringLower(SHA256.HashData(Content))[..12];

    public static void MapStylesheet(this IEndpointRouteBuilder app) =>
        app.MapGet("/identity/pages.css", (HttpResponse response) =>
            {
                response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(Content, "text/css; charset=utf-8");
            })
            .WithName("Stylesheet").WithSummary("The look of the sign-in pages").AllowAnonymous();

    private static byte[] Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("pages.css")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
