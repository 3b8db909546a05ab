using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Journease.Architecture.Tests;

public sealed class ProjectBoundaryTests
{
    [Fact]
    public void A_service_references_only_contracts_mail_messaging_person_export_and_service_defaults()
    {
        string[] allowed = ["Contracts", "Mail", "Messaging", "PersonExport", "ServiceDefaults"];

        foreach (var project in Repository.ServiceProjects)
        {
            Assert.Empty(Repository.ReferencedProjects(project).Except(allowed));
        }
    }

    [Fact]
    public void Contracts_reference_no_project_and_no_package()
    {
        var project = XDocument.Load(Path.Combine(Repository.Root, "Contracts", "Contracts.csproj"));

        Assert.Empty(project.Descendants("ProjectReference"));
        Assert.Empty(project.Descendants("PackageReference"));
    }

    [Fact]
    public void The_gateway_and_the_portal_know_no_service_and_no_bus()
    {
        foreach (var project in new[] { "gateway/Gateway.csproj", "portal/Portal.csproj" })
        {
            Assert.Equal(["ServiceDefaults"], Repository.ReferencedProjects(Path.Combine(Repository.Root, project)));
        }
    }

    [Fact]
    public void Only_messaging_knows_how_to_publish()
    {
        string[] publishing = ["IPublishEndpoint", "ISendEndpointProvider", "ISendEndpoint", "IBus ", "IBus>", "IBusControl", "context.Publish(", "context.Send("];

        var offenders = Repository.SourceFiles("services", "gateway", "portal", "ServiceDefaults")
            .Where(file => publishing.Any(Repository.Read(file).Contains));

        Assert.Empty(offenders);
    }

    [Fact]
    public void A_feature_folder_does_not_use_the_acts_of_another()
    {
        foreach (var service in Repository.Services)
        {
            var acts = service.GetTypes().Where(type => type is { IsAbstract: true, IsSealed: true } && type.GetMethod("HandleAsync", All) is not null).ToList();
            foreach (var file in Repository.SourceFiles("services"))
            {
                var text = Repository.Read(file);
                var foreign = acts.Where(act => !text.Contains($"namespace {act.Namespace};", StringComparison.Ordinal)
                    && Regex.IsMatch(text, $@"(?<![\w.]){act.Name}\.")
                    && text.Contains($"using {act.Namespace};", StringComparison.Ordinal));
                Assert.True(!foreign.Any(), $"{file} uses the act {string.Join(", ", foreign.Select(act => act.Name))} of another feature");
            }
        }
    }

    private const System.Reflection.BindingFlags All =
        System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public;
}
