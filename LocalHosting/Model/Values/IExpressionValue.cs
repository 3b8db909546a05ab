namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value known when the system runs, and named when it is deployed.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;
