namespace Aspire.Hosting.ApplicationModel;

/// <summary>A connection string given from outside, to something this application does not run.</summary>
internal sealed class ConnectionStringParameter(ParameterResource parameter, string? environmentVariable)
    : Resource(parameter.Name), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression { get; } = ReferenceExpression.Create($"{parameter}");

    public string? ConnectionStringEnvironmentVariable => environmentVariable;
}
