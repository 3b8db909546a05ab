namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that a deployment can name without knowing it.</summary>
public interface IManifestExpressionProvider
{
    string ValueExpression { get; }
}
