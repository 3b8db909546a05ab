using Journease.Identity.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Journease.Identity.Tests;

/// <summary>Somebody on the staff who is no demonstration account: what is asked of staff is asked of them.</summary>
internal static class StaffMember
{
    /// <returns>Their e-mail address; the password is <see cref="NewPerson.Password"/>.</returns>
    public static async Task<string> OpenAsync(IdentityHost host, string role)
    {
        var email = $"staff-{Guid.CreateVersion7():N}@example.org";
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OpenAccount>().NowAsync(
            new(Guid.CreateVersion7(), new(email, "Sam Field"), "America/New_York", "en", [role]), NewPerson.Password, TestContext.Current.CancellationToken);
        return email;
    }
}
