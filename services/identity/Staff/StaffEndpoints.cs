using Journease.ServiceDefaults.Auditing;
using Journease.ServiceDefaults.Authentication;
using Journease.ServiceDefaults.Verbs;

namespace Journease.Identity.Staff;

internal static class StaffEndpoints
{
    public static void AddStaff(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Administrators>();
        builder.Services.AddScoped<AccessOfOthers>();
        builder.Services.AddScoped<Invitations>();
        builder.Services.AddScoped<InvitationAnswer>();
        builder.Services.AddSingleton<InvitationLetters>();
        builder.Services.AddSingleton<AccessLetters>();
        builder.Services.AddScoped<DisabledAnswer>();
        builder.Services.AddScoped<FirstAdministratorTokens>();
        builder.Services.AddScoped<IVerb, MakeFirstAdministratorToken>();
    }

    public static void MapStaffPages(this IEndpointRouteBuilder app)
    {
        app.MapAcceptInvitation();
        app.MapRegisterFirstAdministrator();
    }

    /// <summary>Who works here, and as what: for administrators only.</summary>
    public static void MapStaff(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/invitations").WithTags("Staff invitations")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator)).AboutNamed("id");
        invitations.MapInviteStaff();
        invitations.MapListInvitations();
        invitations.MapSendInvitationAgain();
        invitations.MapWithdrawInvitation();

        var accounts = api.MapGroup("/accounts").WithTags("Staff accounts")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Administrator)).AboutNamed("id");
        accounts.MapListStaff();
        var account = accounts.MapGroup("/{id:guid}");
        account.MapReadStaffAccount();
        account.MapSetStaffRoles();
        account.MapDisableAccount();
        account.MapEnableAccount();
    }
}
