using Journease.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.SessionTypes;

/// <summary>The table, and the practice's session types as it starts out (the defaults of the medical director).</summary>
internal sealed class SessionTypeTable : IEntityTypeConfiguration<SessionType>
{
    private const string Ketamine = "ketamine-sessions";

    private static readonly StaffingNeed OneTherapist = new(Roles.Therapist);
    private static readonly StaffingNeed OnePrescriber = new(Roles.Prescriber);

    private int number;

    public void Configure(EntityTypeBuilder<SessionType> builder)
    {
        // MDMA is information only (product rule); no import and no hand in the database makes it bookable.
        builder.ToTable("session_type", table =>
        {
            table.HasCheckConstraint("ck_session_type_not_mdma", "code !~* 'mdma' AND name !~* 'mdma' AND practice !~* 'mdma'");
            table.HasCheckConstraint("ck_session_type_hold", "hold_minutes >= minutes AND minutes > 0");
            // Dosing at home is not offered.
            table.HasCheckConstraint("ck_session_type_dosing_in_person", $"code <> '{SessionType.DosingCode}' OR mode = '{nameof(SessionMode.InPerson)}'");
        });
        builder.Property(type => type.Id).ValueGeneratedNever();
        builder.Property(type => type.Mode).HasConversion<string>();
        builder.Property(type => type.Needs).AsJson();
        builder.Property(type => type.Spacing).AsJson();
        builder.Ignore(type => type.IsDosing).Ignore(type => type.InPerson).Ignore(type => type.NeedsRoom).Ignore(type => type.RolesNeeded);
        builder.Ignore(type => type.Length).Ignore(type => type.Hold).Ignore(type => type.BufferBefore).Ignore(type => type.BufferAfter);
        builder.HasIndex(type => type.Code).IsUnique();
        builder.HasData(
            Type("inquiry-call", "First call", 20, new(Roles.Coordinator), mode: SessionMode.VideoLink),
            Type("medical-evaluation", "Medical evaluation", 60, OnePrescriber),
            Type("preparation", "Preparation", 75, OneTherapist, Ketamine),
            Dosing(),
            Type("integration", "Integration", 75, OneTherapist, Ketamine),
            Type("circle", "Circle", 90, new(Roles.Facilitator), clientsBookIt: false),
            Type("follow-up", "Follow-up", 30, OnePrescriber, mode: SessionMode.VideoLink),
            Type("somatic-therapy", "Somatic therapy", 60, OneTherapist, "somatic-therapy"),
            Type("self-compassion", "Self-compassion practice", 60, OneTherapist, "self-compassion"),
            Type("mindfulness", "Mindfulness and meditation", 60, OneTherapist, "mindfulness-and-meditation"),
            Type("cognitive-behavioural-therapy", "Cognitive-behavioural therapy", 60, OneTherapist, "cognitive-behavioural-therapy"),
            Type("counselling", "Counselling", 60, OneTherapist, "counselling"),
            Type("art-therapy", "Art therapy", 60, OneTherapist, "art-therapy"),
            Type("music-therapy", "Music therapy", 60, OneTherapist, "music-therapy"));
    }

    // The prescriber is there for all, a sitter watches over three, and everybody has a chair to lie in.
    private object Dosing() => Row("dosing", "Ketamine session", 180, 210,
        new([OnePrescriber, new(Roles.Nurse, PerParticipants: 3)], Room: true, [new(EquipmentNeed.Chair, PerParticipants: 1)]),
        SessionMode.InPerson, Ketamine, clientsBookIt: true, [SessionType.PreparationCode],
        new SpacingRule(MinimumDaysApart: 3, AtMost: 2, WithinDays: 7, FollowedBy: "integration", FollowedFromHours: 24, FollowedUntilHours: 72));

    private object Type(
        string code, string name, int minutes, StaffingNeed led, string? practice = null,
        SessionMode mode = SessionMode.InPerson, bool clientsBookIt = true) =>
        Row(code, name, minutes, minutes, new([led], Room: mode == SessionMode.InPerson, []), mode, practice, clientsBookIt, [], null);

    private object Row(
        string code, string name, int minutes, int hold, SessionNeeds needs, SessionMode mode, string? practice, bool clientsBookIt,
        string[] prerequisites, SpacingRule? spacing) => new
        {
            Id = new Guid($"00000000-0000-7000-8000-0000000002{++number:00}"),
            Version = 1L,
            Code = code,
            Name = name,
            Minutes = minutes,
            HoldMinutes = hold,
            BufferBeforeMinutes = 0,
            BufferAfterMinutes = 0,
            Needs = needs,
            Mode = mode,
            Practice = practice,
            ClientsBookIt = clientsBookIt,
            Prerequisites = prerequisites,
            Spacing = spacing,
        };
}
