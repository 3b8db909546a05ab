using System.ComponentModel.DataAnnotations;
using Journease.Mail;
using Journease.Notifications.Delivery;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journease.Notifications.Letters;

/// <summary>Administrators and operators look at a letter as somebody would get it, with made-up data and without sending anything.</summary>
internal static class PreviewTemplate
{
    /// <param name="Calendar">What goes along for the calendar; null where nothing does.</param>
    public sealed record Response(string Subject, string Text, string Html, string? Calendar);

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);
    private static readonly TimeSpan Length = TimeSpan.FromHours(1);

    internal static void MapPreviewTemplate(this RouteGroupBuilder templates) =>
        templates.MapGet("/{template}/preview", Handle)
            .WithName(nameof(PreviewTemplate))
            .WithSummary("A letter with made-up data, as somebody would get it")
            .ProducesValidationProblem();

    private static Results<Ok<Response>, ProblemHttpResult> Handle(
        string template, LetterWriter letters, TimeProvider clock, [MaxLength(35)] string language = "en-US", [MaxLength(60)] string timeZone = "America/New_York")
    {
        var startsAt = clock.GetUtcNow() + Ahead;
        var letter = letters.Write(
            template, new Contact("somebody@example.com", "Somebody", timeZone, language), new AppointmentTime(Guid.Empty, startsAt, startsAt + Length, 1));
        return letter is null
            ? CommonProblems.NotFound.Because("Look at the list of templates.")
            : TypedResults.Ok(new Response(letter.Subject, LetterLayout.ToText(letter), LetterLayout.ToHtml(letter), letter.Calendar?.Content));
    }
}
