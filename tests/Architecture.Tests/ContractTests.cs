using System.Globalization;
using System.Text;
using Journease.Contracts;

namespace Journease.Architecture.Tests;

public sealed class ContractTests
{
    private static readonly Type[] Simple =
        [typeof(Guid), typeof(Guid?), typeof(string), typeof(int), typeof(long), typeof(bool), typeof(DateTimeOffset), typeof(DateTimeOffset?), typeof(DateOnly), typeof(TimeOnly), typeof(IReadOnlyList<Guid>)];

    private static IEnumerable<Type> Events =>
        Repository.Contracts.GetExportedTypes().Where(type => !type.IsInterface).OrderBy(type => type.FullName, StringComparer.Ordinal);

    [Fact]
    public void Every_contract_is_a_sealed_record_that_is_an_event_and_nothing_else()
    {
        foreach (var contract in Events)
        {
            Assert.True(contract.IsSealed, contract.Name);
            Assert.Equal(typeof(object), contract.BaseType);
            Assert.True(typeof(IEvent).IsAssignableFrom(contract), contract.Name);
            Assert.NotNull(contract.GetMethod("<Clone>$"));
            Assert.Equal("Journease.Contracts." + contract.Namespace!.Split('.')[^1], contract.Namespace);
        }
    }

    [Fact]
    public void Contracts_carry_only_ids_times_codes_and_counts_and_cannot_be_changed()
    {
        foreach (var property in Events.SelectMany(contract => contract.GetProperties()))
        {
            var place = $"{property.DeclaringType!.Name}.{property.Name}";
            Assert.True(Simple.Contains(property.PropertyType), place);
            Assert.True(property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)), $"{place} must be init-only");
        }
    }

    /// <summary>
    /// Every field of every event is named in the approved list: a removal, a rename or a newly required field breaks
    /// consumers that run an older version; a new text field could carry health information. Change the list knowingly: the
    /// shape as it is now is written to <c>artifacts/Contracts.received.txt</c>.
    /// </summary>
    [Fact]
    public void The_shape_of_every_contract_is_the_approved_one()
    {
        var shapes = new StringBuilder();
        foreach (var contract in Events)
        {
            shapes.Append(contract.FullName).Append('\n');
            foreach (var property in contract.GetProperties().OrderBy(property => property.Name, StringComparer.Ordinal))
            {
                var required = property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
                var type = Nullable.GetUnderlyingType(property.PropertyType) is { } inner ? inner.Name + "?" : property.PropertyType.Name;
                shapes.Append(CultureInfo.InvariantCulture, $"  {property.Name}: {type}{(required ? " (required)" : "")}\n");
            }
        }

        var approved = Path.Combine(Repository.Root, "tests", "Architecture.Tests", "Contracts.approved.txt");
        File.WriteAllText(Path.Combine(Repository.Root, "artifacts", "Contracts.received.txt"), shapes.ToString());
        Assert.Equal(File.ReadAllText(approved), shapes.ToString());
    }
}
