using Journease.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Scheduling.SessionTypes;

/// <summary>The table, and the practice's session types as it starts out (the defaults of the medical director).</summary>
internal sealed class SessionTypeTable : IEntityTypeConfiguration<SessionType>
{
    private int number;

    public void Configure(EntityTypeBuilder<SessionType> builder)
    {
        // MDMA is information only (product rule); no import and no hand in the database makes it bookable.
        builder.ToTable("session_type", table =>
        {
            table.HasCheckConstraint("ck_session_type_not_mdma", "code !~* 'mdma' AND name !~* 'mdma'");
            table.HasCheckConstraint("ck_session_type_hold", "hold_minutes >= minutes AND minutes > 0");
        });
        builder.Property(type => type.Id).ValueGeneratedNever();
        builder.Ignore(type => type.IsDosing).Ignore(type => type.Length).Ignore(type => type.Hold);
        builder.HasIndex(type => type.Code).IsUnique();
        builder.HasData(
            Type("inquiry-call", "First call", 20, [Roles.Coordinator], room: false, inPerson: false),
            Type("medical-evaluation", "Medical evaluation", 60, [Roles.Prescriber]),
            Type("preparation", "Preparation", 75, [Roles.Therapist]),
            Type("dosing", "Ketamine session", 180, [Roles.Prescriber, Roles.Nurse], hold: 210),
            Type("integration", "Integration", 75, [Roles.Therapist]),
            Type("circle", "Circle", 90, [Roles.Facilitator], clientsBookIt: false),
            Type("follow-up", "Follow-up", 30, [Roles.Prescriber], room: false, inPerson: false),
            Type("somatic-therapy", "Somatic therapy", 60, [Roles.Therapist]),
            Type("self-compassion", "Self-compassion practice", 60, [Roles.Therapist]),
            Type("mindfulness", "Mindfulness and meditation", 60, [Roles.Therapist]),
            Type("cognitive-behavioural-therapy", "Cognitive-behavioural therapy", 60, [Roles.Therapist]),
            Type("counselling", "Counselling", 60, [Roles.Therapist]),
            Type("art-therapy", "Art therapy", 60, [Roles.Therapist]),
            Type("music-therapy", "Music therapy", 60, [Roles.Therapist]));
    }

    private object Type(
        string code, string name, int minutes, string[] roles, int? hold = null, bool room = true, bool inPerson = true, bool clientsBookIt = true) => new
        {
            Id = new Guid($"00000000-0000-7000-8000-0000000002{++number:00}"),
            Version = 1L,
            Code = code,
            Name = name,
            Minutes = minutes,
            HoldMinutes = hold ?? minutes,
            RolesNeeded = roles,
            NeedsRoom = room,
            InPerson = inPerson,
            ClientsBookIt = clientsBookIt,
        };
}
