using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Journease.Platform.Tests;

/// <summary>A visitor who fills in the one form of a page.</summary>
internal sealed class FormBrowser(Uri gateway) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = gateway };

    public async Task<HttpStatusCode> SendAsync(string path, Dictionary<string, string> filledIn)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri(path, UriKind.Relative)));
        var form = page.Forms.OfType<IHtmlFormElement>().Single(form => form.QuerySelector($"[name='{filledIn.Keys.First()}']") is not null);
        var fields = form.QuerySelectorAll("input[type=hidden][name]").OfType<IHtmlInputElement>().ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in filledIn)
        {
            fields[name] = value;
        }
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(form.GetAttribute("action") ?? path, UriKind.Relative), content);
        return answer.StatusCode;
    }

    public void Dispose() => http.Dispose();
}
