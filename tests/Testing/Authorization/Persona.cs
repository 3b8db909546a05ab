using Journease.ServiceDefaults.Authentication;

namespace Journease.Testing.Authorization;

/// <summary>Somebody, or something, that may ask for what is not theirs: one column of the authorization matrix.</summary>
/// <param name="Name">As it is written in the matrix.</param>
/// <param name="Role">The role in the token; null where there is no person.</param>
public sealed record Persona(string Name, string? Role)
{
    public static readonly Persona Anonymous = new("anonymous", null);

    /// <summary>The client whose data the request is about.</summary>
    public static readonly Persona Owner = new("client owner", Roles.Client);
    public static readonly Persona OtherClient = new("other client", Roles.Client);
    public static readonly Persona CircleMember = new("circle member", Roles.Client);

    /// <summary>Of the circle that the request is about.</summary>
    public static readonly Persona Facilitator = new("facilitator", Roles.Facilitator);
    public static readonly Persona Coordinator = new("coordinator", Roles.Coordinator);

    /// <summary>On the owner's care team.</summary>
    public static readonly Persona TherapistAssigned = new("therapist assigned", Roles.Therapist);
    public static readonly Persona TherapistOther = new("therapist other", Roles.Therapist);
    public static readonly Persona Prescriber = new("prescriber", Roles.Prescriber);
    public static readonly Persona Nurse = new("nurse", Roles.Nurse);
    public static readonly Persona Editor = new("editor", Roles.Editor);
    public static readonly Persona Administrator = new("administrator", Roles.Administrator);
    public static readonly Persona Operator = new("operator", Roles.Operator);

    /// <summary>Another service, with a token of its own and no person.</summary>
    public static readonly Persona Service = new("service", null);

    /// <summary>The owner, disabled since the token was issued.</summary>
    public static readonly Persona Disabled = new("disabled person", Roles.Client);

    /// <summary>The owner, with a token whose time is over.</summary>
    public static readonly Persona Expired = new("expired token", Roles.Client);

    /// <summary>The owner, with a token for another service.</summary>
    public static readonly Persona WrongAudience = new("wrong audience", Roles.Client);

    /// <summary>The owner, with a token that somebody has changed.</summary>
    public static readonly Persona Tampered = new("tampered token", Roles.Client);

    public static readonly IReadOnlyList<Persona> All =
    [
        Anonymous, Owner, OtherClient, CircleMember, Facilitator, Coordinator, TherapistAssigned, TherapistOther, Prescriber, Nurse,
        Editor, Administrator, Operator, Service, Disabled, Expired, WrongAudience, Tampered,
    ];

    private static readonly IReadOnlyList<Persona> OtherPeople =
    [
        OtherClient, CircleMember, Facilitator, Coordinator, TherapistAssigned, TherapistOther, Prescriber, Nurse, Editor, Administrator, Operator,
    ];

    /// <summary>Short names for several columns, as the matrix may write them.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Persona>> Groups = new Dictionary<string, IReadOnlyList<Persona>>
    {
        ["bad token"] = [Disabled, Expired, WrongAudience, Tampered],
        ["client"] = [Owner, OtherClient, CircleMember],
        ["therapist"] = [TherapistAssigned, TherapistOther],
        ["clinician"] = [TherapistAssigned, TherapistOther, Prescriber, Nurse],
        ["staff"] = [Facilitator, Coordinator, TherapistAssigned, TherapistOther, Prescriber, Nurse, Editor, Administrator, Operator],
        ["person"] = [Owner, .. OtherPeople],
        ["person but owner"] = OtherPeople,
    };

    /// <summary>Whether it is the owner who shows something that is not good.</summary>
    public bool ActsAsOwner => this == Expired || this == WrongAudience || this == Tampered;

    public override string ToString() => Name;
}
