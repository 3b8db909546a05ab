namespace Journease.Identity.Pages;

internal static class FormReading
{
    /// <summary>The form of a page; null when what was sent is none.</summary>
    public static async Task<IFormCollection?> ReadFormOrNullAsync(this HttpContext http, CancellationToken ct) =>
        http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : null;
}
