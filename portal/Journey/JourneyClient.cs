using System.Globalization;
using Journease.Portal.Gateway;

namespace Journease.Portal.Journey;

/// <summary>What the services know about the signed-in person's own way.</summary>
internal sealed class JourneyClient(PersonalGatewayClient gateway, TimeProvider clock)
{
    /// <summary>What is booked from now on.</summary>
    public Task<Reading<AppointmentList>> AppointmentsAsync(CancellationToken ct)
    {
        var from = Uri.EscapeDataString(clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        return gateway.ReadAsync<AppointmentList>($"/scheduling/v1/appointments?from={from}", ct);
    }

    public Task<Reading<SessionTypeList>> SessionTypesAsync(CancellationToken ct) =>
        gateway.ReadAsync<SessionTypeList>("/scheduling/v1/session-types", ct);

    public Task<Reading<MessageList>> MessagesAsync(CancellationToken ct) =>
        gateway.ReadAsync<MessageList>("/notifications/v1/messages", ct);

    public Task<Reading<Packet>> PacketAsync(CancellationToken ct) => gateway.ReadAsync<Packet>("/intake/v1/packet", ct);
}

/// <summary>Appointments in order of time.</summary>
public sealed record AppointmentList(IReadOnlyList<Appointment> Items);

/// <summary>One appointment; the zone is that of the place where it happens.</summary>
public sealed record Appointment(Guid Id, string SessionType, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Zone, string Status);

/// <summary>The kinds of session that there are.</summary>
public sealed record SessionTypeList(IReadOnlyList<SessionType> Items);

/// <summary>A kind of session, by the name that clients read.</summary>
public sealed record SessionType(string Code, string Name);

/// <summary>What the practice has told the person.</summary>
public sealed record MessageList(IReadOnlyList<Message> Items);

/// <summary>One thing the practice has told the person: that there is something to see, never what.</summary>
public sealed record Message(Guid MessageId, string Text, DateTimeOffset RecordedAt, DateTimeOffset? ReadAt);

/// <summary>Where the person is with the intake.</summary>
public sealed record Packet(string State, NextThing Next);

/// <summary>What comes next, who does it, and how long it takes.</summary>
public sealed record NextThing(string What, string Who, string When);
