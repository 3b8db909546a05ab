using System.Net;
using Journease.CommunityGroups.Tests.Integration;
using Journease.Testing;
using Journease.Testing.Authorization;

namespace Journease.CommunityGroups.Tests.Authorization;

/// <summary>A circle with a facilitator and a member; the client owner has asked to join it, and another circle is run by somebody else.</summary>
[Trait("Needs", "servers")]
public sealed class CircleMatrixTests(GroupsHost groups) : AuthorizationMatrix<Program>(groups, "/groups/v1", "community-groups"), IClassFixture<GroupsHost>
{
    private readonly GroupsHost groups = groups;

    protected override async Task<Scene> ArrangeAsync()
    {
        var scene = new Scene();
        var facilitator = groups.ClientFor(scene.Account(Persona.Facilitator), "facilitator");
        var circle = await GroupsHost.OpenAsync(facilitator);
        var member = await GroupsHost.RequestAsync(groups.ClientFor(scene.Account(Persona.CircleMember), "client"), circle, "Member");
        await GroupsHost.ApproveAsync(facilitator, circle, member.MembershipId).ExpectAsync(HttpStatusCode.OK);
        await GroupsHost.WriteAsync(facilitator, circle, "Welcome.").ExpectAsync(HttpStatusCode.Created);
        var asking = await GroupsHost.RequestAsync(groups.ClientFor(scene.Account(Persona.Owner), "client"), circle, "Asking");

        var (elsewhere, _) = await groups.CircleAsync();
        var askingElsewhere = await GroupsHost.RequestAsync(groups.NewPerson(), elsewhere, "Asking");

        scene["circle"] = Id(circle);
        scene["elsewhere"] = Id(elsewhere);
        scene["membership"] = member.MembershipId;
        scene["asking"] = asking.MembershipId;
        scene["askingElsewhere"] = askingElsewhere.MembershipId;
        return scene;
    }

    private static string Id(string circle) => circle[(GroupsHost.Circles.Length + 1)..];
}
