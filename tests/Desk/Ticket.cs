using Journease.Contracts.Scheduling;
using Journease.Messaging;

namespace Journease.Desk;

/// <summary>An aggregate with parts that have parts.</summary>
public sealed class Ticket : Aggregate
{
    private readonly List<Note> notes = [];

    private Ticket()
    {
    }

    public IReadOnlyList<Note> Notes => notes;

    public int Touched { get; private set; }

    public static Ticket Open(string kind = "plain", Guid? subject = null)
    {
        var ticket = new Ticket();
        ticket.AnnounceBooked(kind, subject);
        return ticket;
    }

    public void Touch(string kind = "plain", Guid? subject = null)
    {
        Touched++;
        AnnounceBooked(kind, subject);
    }

    public void Close() => Announce(new AppointmentCancelled { SubjectId = null });

    public void Hold() => Announce(new AppointmentHeldForReview { SubjectId = null });

    public Note AddNote()
    {
        var note = new Note();
        notes.Add(note);
        return note;
    }

    public void RemoveNote(Note note) => notes.Remove(note);

    private void AnnounceBooked(string kind, Guid? subject) => Announce(new AppointmentBooked
    {
        SubjectId = subject,
        SessionType = kind,
        StartsAt = DateTimeOffset.UnixEpoch,
        EndsAt = DateTimeOffset.UnixEpoch,
    });
}

public sealed class Note
{
    private readonly List<Mark> marks = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public IReadOnlyList<Mark> Marks => marks;

    public void AddMark() => marks.Add(new Mark());
}

public sealed class Mark
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
}
