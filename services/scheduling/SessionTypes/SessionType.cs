using Journease.Messaging;

namespace Journease.Scheduling.SessionTypes;

/// <summary>A kind of session that the practice offers: how long it takes, and who and what it needs.</summary>
internal sealed class SessionType : Aggregate
{
    /// <summary>The one session type behind the gate. A person reads "ketamine session".</summary>
    public const string DosingCode = "dosing";

    /// <summary>The one that a dosing session must be preceded by.</summary>
    public const string PreparationCode = "preparation";

    private SessionType() { } // for EF Core

    public string Code { get; private init; } = "";

    /// <summary>As clients read it.</summary>
    public string Name { get; private init; } = "";

    public int Minutes { get; private init; }

    /// <summary>How long people and room are held; at least as long as the session.</summary>
    public int HoldMinutes { get; private init; }

    /// <summary>One practitioner for each entry, in that role; the first one leads.</summary>
    public string[] RolesNeeded { get; private init; } = [];

    public bool NeedsRoom { get; private init; }

    public bool InPerson { get; private init; }

    /// <summary>False for what the practice arranges, such as a circle's meeting.</summary>
    public bool ClientsBookIt { get; private init; }

    public bool IsDosing => Code == DosingCode;

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    public TimeSpan Hold => TimeSpan.FromMinutes(HoldMinutes);
}
