using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Journease.Portal.Tests;

/// <summary>Reads a form out of a page and sends it, as a browser without scripts does.</summary>
internal static class Forms
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient visitor, string path) =>
        await ReadAsync(await visitor.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    public static async Task<IHtmlDocument> ReadAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    /// <summary>What the form would send if it were sent as it is.</summary>
    public static Dictionary<string, string> Values(this IHtmlDocument page, string action)
    {
        var form = (IHtmlFormElement)page.QuerySelector($"form[action='{action}']")!;
        return form.QuerySelectorAll("input[type=hidden], input[type=text], input[type=radio][checked], textarea")
            .ToDictionary(field => field.GetAttribute("name")!, field => field is IHtmlTextAreaElement area ? area.Value : field.GetAttribute("value") ?? "");
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient visitor, string path, IReadOnlyDictionary<string, string> values)
    {
        using var body = new FormUrlEncodedContent(values);
        return await visitor.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
    }
}
