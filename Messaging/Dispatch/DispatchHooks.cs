namespace Journease.Messaging.Dispatch;

/// <summary>Where tests let a dispatcher die.</summary>
internal sealed class DispatchHooks
{
    /// <summary>After the broker has confirmed, before the messages are deleted.</summary>
    public Func<Task> AfterConfirm { get; set; } = () => Task.CompletedTask;
}
