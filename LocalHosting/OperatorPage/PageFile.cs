using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.LocalHosting.OperatorPage;

/// <summary>The page's own files, which are part of this program.</summary>
internal static class PageFile
{
    public static FileStreamHttpResult Answer(string name, string contentType) => TypedResults.Stream(
        typeof(PageFile).Assembly.GetManifestResourceStream($"Journease.LocalHosting.OperatorPage.{name}")!, contentType);
}
