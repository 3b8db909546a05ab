using System.Collections.Frozen;
using System.Reflection;
using Journease.Contracts;
using MassTransit;

namespace Journease.Messaging.Dispatch;

/// <summary>The contracts there are, by full name: what is not among them is never sent, whatever a row says.</summary>
internal static class EventTypes
{
    private static readonly FrozenDictionary<string, EventType> ByName = typeof(IEvent).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEvent)))
        .ToFrozenDictionary(type => type.FullName!, EventType.Of);

    public static EventType? Find(string fullName) => ByName.GetValueOrDefault(fullName);
}

/// <summary>One contract, and where the broker takes it.</summary>
internal abstract class EventType
{
    private static readonly MethodInfo Make = typeof(EventType).GetMethod(nameof(MakeOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>How consumers recognise it.</summary>
    public abstract string Urn { get; }

    public static EventType Of(Type type) => (EventType)Make.MakeGenericMethod(type).Invoke(null, null)!;

    public abstract Task<ISendEndpoint> ExchangeAsync(IPublishEndpointProvider bus);

    private static Of1<TEvent> MakeOf<TEvent>()
        where TEvent : class => new();

    private sealed class Of1<TEvent> : EventType
        where TEvent : class
    {
        public override string Urn { get; } = MessageUrn.ForTypeString<TEvent>();

        public override Task<ISendEndpoint> ExchangeAsync(IPublishEndpointProvider bus) => bus.GetPublishSendEndpoint<TEvent>();
    }
}
