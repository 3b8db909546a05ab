namespace Journease.Identity.Registration;

internal static class RegistrationEndpoints
{
    public static void AddRegistration(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RequestedAccounts>();
        builder.Services.AddSingleton<RegistrationLetters>();
    }

    public static void MapRegistration(this IEndpointRouteBuilder app)
    {
        app.MapRegister();
        app.MapConfirmRegistration();
        app.MapSendConfirmationAgain();
    }
}
