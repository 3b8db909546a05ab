namespace Aspire.Hosting.ApplicationModel;

/// <summary>What to do while the resource waited for has failed.</summary>
public enum WaitBehavior
{
    /// <summary>Go on waiting: someone may repair and start it.</summary>
    WaitOnResourceUnavailable,

    /// <summary>Give up.</summary>
    StopOnResourceUnavailable,
}
