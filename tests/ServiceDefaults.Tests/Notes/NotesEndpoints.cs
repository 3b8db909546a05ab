using System.Collections.Concurrent;
using Journease.ServiceDefaults.Errors;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Journease.ServiceDefaults.Tests.Notes;

internal static class NotesEndpoints
{
    public sealed record NewNote(string Text, int Priority, Guid? Topic = null);

    public sealed record Written(Guid Id, long Version);

    private static readonly ProblemType Full = new("notes-full", 409, "There is no room for another note.");
    private static readonly ConcurrentDictionary<string, int> Tries = new();

    public static void MapNotes(this RouteGroupBuilder api)
    {
        api.MapPost("/notes", CreateAsync).WithName("WriteNote").WithSummary("Write a note").RequireIdempotencyKey();
        api.MapGet("/notes/{id:guid}", ReadAsync).WithName("ReadNote").WithSummary("Read a note").AllowAnonymous();
        api.MapPut("/notes/{id:guid}", ChangeAsync).WithName("ChangeNote").WithSummary("Change a note").RequireIfMatch();
        api.MapPost("/rivals", MeetRivalAsync).WithName("MeetRival").WithSummary("Lose to a rival at first").RequireIdempotencyKey();
        api.MapPost("/failures", Fail).WithName("Fail").WithSummary("Fail").AllowAnonymous();
    }

    // 7 is refused after the note was saved; nothing of it may stay.
    private static async Task<IResult> CreateAsync(NewNote request, NotesDbContext db, HttpResponse response, CancellationToken ct)
    {
        var note = new Note();
        note.Write(request.Text);
        db.Notes.Add(note);
        await db.SaveChangesAsync(ct);
        if (request.Priority == 7)
        {
            return Full.Because("Throw one away first.");
        }
        response.SetEtag(note);
        return TypedResults.Created($"/notes/v1/notes/{note.Id}", new Written(note.Id, note.Version));
    }

    private static async Task<IResult> ReadAsync(Guid id, NotesDbContext db, CancellationToken ct) =>
        await db.Notes.FindAsync([id], ct) is { } note ? TypedResults.Ok(new Written(note.Id, note.Version)) : CommonProblems.NotFound.Because("Look for another one.");

    private static async Task<IResult> ChangeAsync(Guid id, NewNote request, IfMatch ifMatch, NotesDbContext db, HttpResponse response, CancellationToken ct)
    {
        var note = await db.Notes.SingleAsync(one => one.Id == id, ct);
        ifMatch.Require(note);
        note.Write(request.Text);
        await db.SaveChangesAsync(ct);
        response.SetEtag(note);
        return TypedResults.Ok(new Written(note.Id, note.Version));
    }

    private static async Task<IResult> MeetRivalAsync(NewNote request, NotesDbContext db, HttpRequest http, CancellationToken ct)
    {
        var note = new Note();
        note.Write(request.Text);
        db.Notes.Add(note);
        await db.SaveChangesAsync(ct);
        if (Tries.AddOrUpdate(http.Headers["Idempotency-Key"].ToString(), 1, (_, tries) => tries + 1) == 1)
        {
            await db.Database.ExecuteSqlRawAsync("DO $$ BEGIN RAISE EXCEPTION 'rival' USING ERRCODE = '40P01'; END $$", ct);
        }
        return TypedResults.Ok(new Written(note.Id, note.Version));
    }

    private static IResult Fail(NewNote request) => throw new InvalidOperationException("Cannot work with " + request.Text);
}
