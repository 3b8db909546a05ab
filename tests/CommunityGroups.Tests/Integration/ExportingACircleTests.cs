using System.Net;
using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Testing;
using Task = System.Threading.Tasks.Task;

namespace Journease.CommunityGroups.Tests.Integration;

[Trait("Needs", "servers")]
public sealed class ExportingACircleTests(GroupsHost groups) : IClassFixture<GroupsHost>
{
    [Fact]
    public async Task A_person_gets_what_they_wrote_and_nothing_that_others_wrote()
    {
        var (circle, facilitator) = await groups.CircleAsync();
        var account = Guid.CreateVersion7();
        var person = groups.ClientFor(account, "client");
        var asked = await GroupsHost.RequestAsync(person, circle, "Kestrel");
        await GroupsHost.ApproveAsync(facilitator, circle, asked.MembershipId).ExpectAsync(HttpStatusCode.OK);
        var (other, _) = await groups.MemberAsync(circle, facilitator, "Otter");
        await GroupsHost.WriteAsync(person, circle, "Slept well. <b>Really.</b>").ExpectAsync(HttpStatusCode.Created);
        await GroupsHost.WriteAsync(other, circle, "Mine to keep.").ExpectAsync(HttpStatusCode.Created);

        var resources = await groups.ExportOfAsync(account);

        Assert.Equal(2, resources.Count(resource => resource is not AuditEvent));
        Assert.Contains(resources.OfType<AuditEvent>(), opened => opened.Agent[0].Who?.Display == "a facilitator" && opened.Action == AuditEvent.AuditEventAction.U);
        Assert.Contains("as Kestrel. A member.", Words.Of(resources.OfType<Basic>().Single())[0], StringComparison.Ordinal);
        Assert.Equal("Slept well. <b>Really.</b>", Words.Of(resources.OfType<Communication>().Single())[1]);
    }
}
