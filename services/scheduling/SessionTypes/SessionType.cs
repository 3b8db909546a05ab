using Journease.Messaging;
using NodaTime;

namespace Journease.Scheduling.SessionTypes;

/// <summary>A kind of session that the practice offers: how long it takes, who and what it needs, and what must lie around it.</summary>
internal sealed class SessionType : Aggregate
{
    /// <summary>The one session type behind the gate. A person reads "ketamine session".</summary>
    public const string DosingCode = "dosing";

    /// <summary>The one that a dosing session must be preceded by.</summary>
    public const string PreparationCode = "preparation";

    private SessionType() { } // for EF Core

    public string Code { get; private init; } = "";

    /// <summary>As clients read it.</summary>
    public string Name { get; private set; } = "";

    public int Minutes { get; private set; }

    /// <summary>How long people, room and equipment are held from the start; at least as long as the session.</summary>
    public int HoldMinutes { get; private set; }

    /// <summary>Besides, people, room and equipment are kept free before the start; the client is not.</summary>
    public int BufferBeforeMinutes { get; private set; }

    /// <summary>And after the hold.</summary>
    public int BufferAfterMinutes { get; private set; }

    public SessionNeeds Needs { get; private set; } = new([], Room: false, []);

    public SessionMode Mode { get; private set; }

    /// <summary>The practice of a care plan that it belongs to, by the code that articles and circles use; null for none.</summary>
    public string? Practice { get; private set; }

    /// <summary>False for what the practice arranges, such as a circle's meeting.</summary>
    public bool ClientsBookIt { get; private set; }

    /// <summary>How many hours ahead it must be booked; null where the practice's policy holds.</summary>
    public int? NoticeHours { get; private set; }

    /// <summary>How many days ahead it can be booked; null where the practice's policy holds.</summary>
    public int? HorizonDays { get; private set; }

    /// <summary>Codes of session types of which the person must have had, or have booked, one before it.</summary>
    public string[] Prerequisites { get; private set; } = [];

    public SpacingRule? Spacing { get; private set; }

    public bool IsDosing => Code == DosingCode;

    public bool InPerson => Mode == SessionMode.InPerson;

    public bool NeedsRoom => Needs.Room;

    /// <summary>One entry for each person that a session with one participant needs; the first one leads.</summary>
    public string[] RolesNeeded => [.. Needs.PlacesFor(1).Select(place => place.Role)];

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    public TimeSpan Hold => TimeSpan.FromMinutes(HoldMinutes);

    public TimeSpan BufferBefore => TimeSpan.FromMinutes(BufferBeforeMinutes);

    public TimeSpan BufferAfter => TimeSpan.FromMinutes(BufferAfterMinutes);

    /// <summary>The time that people, room and equipment are taken for when a session starts then: buffers and hold.</summary>
    public Interval TakenFrom(Instant start) => new(
        start - Duration.FromTimeSpan(BufferBefore), start + Duration.FromTimeSpan(Hold + BufferAfter));

    public static SessionType Offer(string code, SessionTypeDescription description)
    {
        var type = new SessionType { Code = code };
        type.Describe(description);
        return type;
    }

    /// <summary>Replaces everything but the code. Appointments that are already booked stay as they are.</summary>
    public void Describe(SessionTypeDescription description)
    {
        SessionTypeRules.Require(Code, description);
        (Name, Minutes, HoldMinutes) = (description.Name, description.Minutes, description.HoldMinutes ?? description.Minutes);
        (BufferBeforeMinutes, BufferAfterMinutes) = (description.BufferBeforeMinutes, description.BufferAfterMinutes);
        (Needs, Mode, Practice) = (description.Needs, description.Mode, description.Practice);
        (ClientsBookIt, NoticeHours, HorizonDays) = (description.ClientsBookIt, description.NoticeHours, description.HorizonDays);
        (Prerequisites, Spacing) = ([.. description.Prerequisites.Distinct()], description.Spacing);
    }
}
