namespace Journease.Identity.SignInLinks;

internal static class LinkEndpoints
{
    public static void AddSignInLinks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<IssuedLinks>();
        builder.Services.AddSingleton<LinkLetters>();
        builder.Services.AddSingleton<ReturnCookie>();
    }

    public static void MapSignInLinks(this IEndpointRouteBuilder app)
    {
        app.MapAskForLink();
        app.MapUseLink();
        app.MapSendLinkAgain();
    }
}
