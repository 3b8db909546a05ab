using Microsoft.AspNetCore.ResponseCompression;

namespace Journease.Gateway.Edge;

/// <summary>
/// Makes answers smaller where everybody gets the same. What a person is shown is sent as it is: its compressed length would
/// tell somebody who can place words of their own beside it what else is in there (BREACH).
/// </summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });

    public static void UseCompression(this IApplicationBuilder app) =>
        app.UseWhen(IsEverybodys, everybodys => everybodys.UseResponseCompression());

    private static bool IsEverybodys(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Authorization.Count == 0 && http.Request.Headers.Cookie.Count == 0;
}
