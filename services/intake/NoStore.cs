namespace Journease.Intake;

/// <summary>Everything this service answers is about a person; no browser and no proxy may keep it.</summary>
internal static class NoStore
{
    public static void KeepNothingInCaches(this RouteGroupBuilder api) => api.AddEndpointFilter((context, next) =>
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    });
}
