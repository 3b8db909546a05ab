namespace Aspire.Hosting.ApplicationModel;

/// <summary>The names under which a snapshot carries what the operator wants to know.</summary>
internal static class KnownProperties
{
    public const string ProcessId = "executable.pid";
    public const string Source = "resource.source";

    /// <summary>How often the resource was started again after it had ended by itself.</summary>
    public const string Restarts = "resource.restarts";

    /// <summary>Why the resource is as it is, in a sentence.</summary>
    public const string Reason = "resource.reason";
}
