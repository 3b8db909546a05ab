namespace Journease.Portal.Everything;

/// <summary>Hands the person's copy through as a file; the browser saves it and shows nothing.</summary>
internal static class CopyDownload
{
    private static readonly Dictionary<string, string> Files = new Dictionary<string, string>
    {
        ["page.html"] = "text/html; charset=utf-8",
        ["bundle.json"] = "application/fhir+json",
    };

    public static void MapCopyDownload(this WebApplication app) => app.MapGet("/everything/{id:guid}/{file}", HandleAsync).RequireAuthorization();

    private static async Task<IResult> HandleAsync(Guid id, string file, EverythingClient client, CancellationToken ct) =>
        Files.TryGetValue(file, out var type) && await client.FetchAsync(id, file, ct) is { } bytes
            ? Results.File(bytes, type, "everything-about-me" + Path.GetExtension(file))
            : Results.NotFound();
}
