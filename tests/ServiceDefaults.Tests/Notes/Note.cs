using Journease.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Journease.ServiceDefaults.Tests.Notes;

/// <summary>The one thing that the test service keeps.</summary>
internal sealed class Note : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Text { get; private set; } = "";

    public long Version { get; private set; }

    public void Write(string text) => (Text, Version) = (text, Version + 1);
}

internal sealed class NotesDbContext(DbContextOptions<NotesDbContext> options) : ServiceDbContext(options)
{
    protected override string Schema => "notes";

    public DbSet<Note> Notes => Set<Note>();
}
