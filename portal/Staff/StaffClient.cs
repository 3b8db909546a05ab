using Journease.Portal.Gateway;

namespace Journease.Portal.Staff;

/// <summary>Who works at the practice, as administrators see and change it.</summary>
internal sealed class StaffClient(PersonalGatewayClient gateway)
{
    private const string Accounts = "/identity/v1/accounts";
    private const string Invitations = "/identity/v1/invitations";

    /// <summary>Everybody, also who cannot sign in at present.</summary>
    public async Task<Reading<PeopleList>> PeopleAsync(CancellationToken ct)
    {
        var all = new List<StaffPerson>();
        for (Guid? after = Guid.Empty; after is not null;)
        {
            var page = await gateway.ReadAsync<PeopleList>($"{Accounts}?limit=200&after={after}", ct);
            if (page.Value is null)
            {
                return page;
            }
            all.AddRange(page.Value.Items);
            after = page.Value.Next;
        }
        return new(ReadingState.Found, new(all, null));
    }

    public Task<Reading<InvitationList>> InvitationsAsync(CancellationToken ct) => gateway.ReadAsync<InvitationList>(Invitations, ct);

    public Task<Reading<StaffPerson>> PersonAsync(Guid id, CancellationToken ct) => gateway.ReadAsync<StaffPerson>($"{Accounts}/{id}", ct);

    public async Task<StaffAnswer> InviteAsync(string email, string name, IReadOnlyList<string> roles, string key, CancellationToken ct)
    {
        using var response = await gateway.CreateAsync(Invitations, new { email, name, roles }, key, ct);
        return await StaffAnswer.OfAsync(response, ct);
    }

    /// <summary><c>send-again</c> or <c>withdraw</c>.</summary>
    public Task<StaffAnswer> AboutInvitationAsync(Guid id, string act, string key, CancellationToken ct) => ActAsync($"{Invitations}/{id}/{act}", key, ct);

    /// <summary><c>disable</c> or <c>enable</c>.</summary>
    public Task<StaffAnswer> AboutPersonAsync(Guid id, string act, string key, CancellationToken ct) => ActAsync($"{Accounts}/{id}/{act}", key, ct);

    /// <param name="id">Whose roles they are.</param>
    /// <param name="roles">All of them from now on.</param>
    /// <param name="version">What the page showed, so that a colleague's change in between is not lost.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<StaffAnswer> SetRolesAsync(Guid id, IReadOnlyList<string> roles, string version, CancellationToken ct)
    {
        using var response = await gateway.ReplaceAsync($"{Accounts}/{id}/roles", new { roles }, version, ct);
        return await StaffAnswer.OfAsync(response, ct);
    }

    private async Task<StaffAnswer> ActAsync(string path, string key, CancellationToken ct)
    {
        using var response = await gateway.CreateAsync(path, new { }, key, ct);
        return await StaffAnswer.OfAsync(response, ct);
    }
}

/// <summary>One page of those who work here.</summary>
public sealed record PeopleList(IReadOnlyList<StaffPerson> Items, Guid? Next);

/// <summary>Somebody with an account.</summary>
public sealed record StaffPerson(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, DateTimeOffset? DisabledAt, DateTimeOffset? ClosesAt);

/// <summary>The newest first.</summary>
public sealed record InvitationList(IReadOnlyList<StaffInvitation> Items);

/// <summary>Somebody who is invited and has not answered.</summary>
public sealed record StaffInvitation(Guid Id, string Name, string Email, IReadOnlyList<string> Roles, DateTimeOffset ExpiresAt);
