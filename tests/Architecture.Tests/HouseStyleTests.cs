using System.Reflection;
using System.Text.RegularExpressions;
using Journease.Messaging;
using Journease.ServiceDefaults.Errors;
using MassTransit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Journease.Architecture.Tests;

public sealed partial class HouseStyleTests
{
    private const int LongestFile = 250;

    private static readonly string[] Product = ["services", "gateway", "portal", "Mail", "Messaging", "ServiceDefaults", "Contracts", "AppHost", "LocalHosting", "LocalServers"];

    private static IEnumerable<Type> ServiceTypes => Repository.Services.SelectMany(service => service.GetTypes())
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace?.StartsWith("Journease.", StringComparison.Ordinal) == true);

    [Fact]
    public void Consumers_are_internal_sealed_and_named_act_when_event()
    {
        var consumers = ServiceTypes.Where(type => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IConsumer<>)));

        Assert.All(consumers, consumer =>
        {
            Assert.True(consumer is { IsNotPublic: true, IsSealed: true }, consumer.Name);
            Assert.Matches("^[A-Z]\\w+When[A-Z]\\w+$", consumer.Name);
        });
    }

    [Fact]
    public void Aggregates_have_no_public_constructor_and_no_public_setter()
    {
        Assert.All(ServiceTypes.Where(typeof(Aggregate).IsAssignableFrom), aggregate =>
        {
            Assert.Empty(aggregate.GetConstructors());
            Assert.DoesNotContain(aggregate.GetProperties(), property => property.SetMethod is { IsPublic: true });
        });
    }

    [Fact]
    public void Everything_in_a_service_is_internal_except_what_the_framework_must_see()
    {
        // AddValidation() passes over a request type that it cannot see: Request and Response are public on purpose.
        // The Razor compiler makes every page public, and the class of their shared usings.
        var offenders = ServiceTypes.Where(type => type.IsPublic && type.Name is not ("Program" or "_Imports") && !typeof(IComponent).IsAssignableFrom(type)
            && !typeof(Migration).IsAssignableFrom(type) && !type.Name.EndsWith("ModelSnapshot", StringComparison.Ordinal));

        Assert.Empty(offenders.Select(type => type.FullName));
    }

    [Fact]
    public void Requests_of_acts_are_public_so_that_they_are_validated()
    {
        var hidden = ServiceTypes.Where(type => type is { IsNested: true, Name: "Request" or "Response" } && !type.IsNestedPublic);

        Assert.Empty(hidden.Select(type => type.FullName));
    }

    [Fact]
    public void No_type_is_named_after_a_layer()
    {
        string[] suffixes = ["Service", "Manager", "Helper", "Helpers", "Utils", "Repository", "Dto"];

        var offenders = ServiceTypes.Where(type => suffixes.Any(suffix => type.Name.EndsWith(suffix, StringComparison.Ordinal)));

        Assert.Empty(offenders.Select(type => type.FullName));
    }

    [Fact]
    public void The_clock_and_new_ids_come_from_one_place()
    {
        var offenders = Repository.SourceFiles("services", "Mail", "Messaging", "ServiceDefaults", "gateway", "portal")
            .Where(file => ForbiddenClock().IsMatch(Repository.Read(file)));

        Assert.Empty(offenders);
    }

    [Fact]
    public void Every_service_asks_for_validation_in_its_own_program()
    {
        // Called from a library, AddValidation() validates nothing.
        foreach (var project in Repository.ServiceProjects.Where(project => !project.Contains("identity", StringComparison.Ordinal)))
        {
            Assert.Contains("AddValidation()", File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "Program.cs")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Problem_codes_are_unique_and_written_in_lower_case()
    {
        var problems = Repository.Services.Append(typeof(CommonProblems).Assembly).Append(typeof(Aggregate).Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(ProblemType) && field.IsInitOnly)
            .Select(field => (ProblemType)field.GetValue(null)!)
            .ToList();

        Assert.Empty(problems.GroupBy(problem => problem.Code).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(problems, problem =>
        {
            Assert.Matches("^[a-z]+(-[a-z0-9]+)*$", problem.Code);
            Assert.InRange(problem.Status, 400, 599);
        });
    }

    [Fact]
    public void No_hand_written_file_is_too_long_to_read_in_one_sitting()
    {
        var offenders = Repository.SourceFiles().Where(file => File.ReadLines(Path.Combine(Repository.Root, file)).Count() > LongestFile);

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_product_has_no_unfinished_marks()
    {
        var offenders = Repository.SourceFiles(Product).Where(file => Unfinished().IsMatch(Repository.Read(file)));

        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"DateTime\.(Now|UtcNow|Today)|DateTimeOffset\.(Now|UtcNow)|Guid\.NewGuid\(")]
    private static partial Regex ForbiddenClock();

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b|NotImplemented" + @"Exception|Thread\.Sleep")]
    private static partial Regex Unfinished();
}
