using Aspire.Hosting.ApplicationModel;

namespace Journease.LocalHosting.Running;

/// <summary>Everything that runs, by name.</summary>
internal sealed class Instances
{
    private readonly List<Supervisor> all = [];

    public IReadOnlyList<Supervisor> All => all;

    public void Add(Supervisor supervisor) => all.Add(supervisor);

    public IReadOnlyList<Supervisor> Of(IResource resource) => [.. all.Where(one => one.Resource == resource)];

    /// <summary>One replica by its id, or all of a resource by its name.</summary>
    public IReadOnlyList<Supervisor> Find(string idOrName) =>
    [
        .. all.Where(one => string.Equals(one.Id, idOrName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(one.Resource.Name, idOrName, StringComparison.OrdinalIgnoreCase)),
    ];
}
