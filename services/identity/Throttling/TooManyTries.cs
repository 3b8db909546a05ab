using System.Globalization;
using Journease.Identity.Pages;

namespace Journease.Identity.Throttling;

/// <summary>The page that asks a person to wait, with the wait in words and, for programs, as <c>Retry-After</c>.</summary>
internal static class TooManyTries
{
    public static IResult Page(HttpContext http, TimeSpan wait, string back)
    {
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return http.Page<TooManyTriesPage>(new { Wait = InWords(wait), Back = back }, StatusCodes.Status429TooManyRequests);
    }

    private static string InWords(TimeSpan wait) => wait.TotalSeconds <= 60
        ? "a minute"
        : $"{Math.Ceiling(wait.TotalMinutes).ToString("0", CultureInfo.InvariantCulture)} minutes";
}
