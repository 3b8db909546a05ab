namespace Aspire.Hosting.ApplicationModel;

/// <summary>A named part of the system and what has been said about it.</summary>
public abstract class Resource : IResource
{
    protected Resource(string name)
    {
        ResourceName.Check(name);
        Name = name;
    }

    public virtual string Name { get; }

    public virtual ResourceAnnotationCollection Annotations { get; } = [];
}
