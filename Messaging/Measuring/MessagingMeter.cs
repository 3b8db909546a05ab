using System.Diagnostics.Metrics;
using Journease.Messaging.Dispatch;

namespace Journease.Messaging.Measuring;

/// <summary>What the operator watches. The age of the oldest unsent message is the figure that tells a silent outbox.</summary>
internal sealed class MessagingMeter
{
    private readonly Counter<long> sent;
    private readonly Histogram<double> lag;
    private readonly Counter<long> refused;
    private readonly Counter<long> parked;
    private readonly Counter<long> unreachable;
    private readonly Counter<long> duplicates;
    private readonly Counter<long> givenUp;
    private OutboxState state = new(0, TimeSpan.Zero, 0);

    public MessagingMeter(IMeterFactory meters)
    {
        var meter = meters.Create(MessagingTelemetry.Name);
        sent = meter.CreateCounter<long>("journease.outbox.sent", "{message}");
        lag = meter.CreateHistogram<double>("journease.outbox.lag", "s", "From writing to sending.");
        refused = meter.CreateCounter<long>("journease.outbox.refused", "{message}");
        parked = meter.CreateCounter<long>("journease.outbox.parked", "{message}");
        unreachable = meter.CreateCounter<long>("journease.outbox.unreachable", "{try}");
        duplicates = meter.CreateCounter<long>("journease.inbox.duplicates", "{message}");
        givenUp = meter.CreateCounter<long>("journease.inbox.given_up", "{message}", "Redelivered too often.");
        meter.CreateObservableGauge("journease.outbox.depth", () => state.Depth, "{message}");
        meter.CreateObservableGauge("journease.outbox.oldest", () => state.Oldest.TotalSeconds, "s", "Age of the oldest unsent message.");
        meter.CreateObservableGauge("journease.outbox.waiting_for_operator", () => state.Parked, "{message}");
    }

    public void Observe(OutboxState seen) => state = seen;

    public void Sent(IReadOnlyCollection<Claimed> messages)
    {
        sent.Add(messages.Count);
        foreach (var message in messages)
        {
            lag.Record(message.Age.TotalSeconds);
        }
    }

    public void Refused(Refused refusal)
    {
        var type = KeyValuePair.Create<string, object?>("type", refusal.Message.MessageType);
        refused.Add(1, type, KeyValuePair.Create<string, object?>("code", refusal.Code));
        if (refusal.Park)
        {
            parked.Add(1, type, KeyValuePair.Create<string, object?>("alert", Parking.Protected.Is(refusal.Message.MessageType)));
        }
    }

    public void Unreachable(string code) => unreachable.Add(1, KeyValuePair.Create<string, object?>("code", code));

    public void Duplicate(string consumer) => duplicates.Add(1, KeyValuePair.Create<string, object?>("consumer", consumer));

    public void GivenUp(string consumer) => givenUp.Add(1, KeyValuePair.Create<string, object?>("consumer", consumer));
}
