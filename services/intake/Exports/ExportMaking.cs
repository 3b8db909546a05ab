using Hl7.Fhir.Model;
using Journease.PersonExport;
using Journease.Sealing;
using Journease.ServiceDefaults.UnitOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Task = System.Threading.Tasks.Task;

namespace Journease.Intake.Exports;

/// <summary>One try at a copy: asks the services that have not answered, and completes it once all have, or once enough was waited.</summary>
internal sealed partial class ExportMaking(
    IntakeDbContext db, Seals seals, AskedServices services, IEnumerable<IExportedPart> ownParts, IOptions<ExportOptions> options,
    TimeProvider clock, ILogger<ExportMaking> logger)
{
    public async Task GoOnAsync(Guid id, CancellationToken ct)
    {
        var asked = await db.Exports.AsNoTracking().SingleAsync(export => export.Id == id, ct);
        // All at once: one that hangs must not use up the time of the others.
        var asking = asked.Parts.Where(part => part.Content is null).Select(async part => (part.Service, Answer: await AskAsync(part.Service, asked, ct)));
        var answers = (await Task.WhenAll(asking)).Where(one => one.Answer is not null).ToDictionary(one => one.Service, one => one.Answer!);

        await db.InOneTransactionAsync(async (transaction, token) =>
        {
            var export = await db.Exports.SingleAsync(export => export.Id == id, token);
            try
            {
                await KeepAsync(export, answers, token);
            }
            catch (KeyDestroyedException)
            {
                export.Delete(); // the account was closed in the meantime: nothing is kept for it
            }
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
            return true;
        }, ct);
    }

    private async Task<string?> AskAsync(string service, Export export, CancellationToken ct)
    {
        try
        {
            return service == AskedServices.Self
                ? FhirR4.ToText(FhirR4.Collection(await ownParts.OfAsync(export.AccountId, ct), clock.GetUtcNow()))
                : await services.AskAsync(service, export.AccountId, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogAway(service, export.Id, export.Tries, e.GetType().Name);
            return null;
        }
    }

    private async Task KeepAsync(Export export, Dictionary<string, string> answers, CancellationToken ct)
    {
        foreach (var part in export.Parts.Where(part => answers.ContainsKey(part.Service)))
        {
            part.Keep(await seals.SealAsync(
                export.AccountId, KeyPurpose.Personal, ExportTable.PartOf(export.Id, part.Service), answers[part.Service], ct));
        }
        if (export.Parts.All(part => part.Content is not null) || export.Tries >= options.Value.Tries)
        {
            await CompleteAsync(export, ct);
        }
        else
        {
            export.TryAgain(clock.GetUtcNow() + (options.Value.FirstPause * Math.Pow(2, Math.Min(export.Tries - 1, 10))));
        }
    }

    private async Task CompleteAsync(Export export, CancellationToken ct)
    {
        var resources = new List<Resource>();
        foreach (var part in AskedServices.All.Select(service => export.Parts.Single(part => part.Service == service)))
        {
            var json = part.Content is null
                ? null
                : await seals.OpenAsync(export.AccountId, KeyPurpose.Personal, ExportTable.PartOf(export.Id, part.Service), part.Content, ct);
            resources.AddRange(json is null ? [Missing(export, part.Service)] : FhirR4.Parse(json).Entry.Select(entry => entry.Resource!));
        }

        var now = clock.GetUtcNow();
        var bundle = FhirR4.ToText(FhirR4.Collection(resources, now));
        FhirR4.Parse(bundle); // what is handed out must be what any other program reads
        export.Complete(
            await seals.SealAsync(export.AccountId, KeyPurpose.Personal, ExportTable.BundleOf(export.Id), bundle, ct),
            await seals.SealAsync(export.AccountId, KeyPurpose.Personal, ExportTable.PageOf(export.Id), ExportPage.Of(resources, now), ct),
            now, options.Value.Kept);
    }

    private static OperationOutcome Missing(Export export, string service) => new OperationOutcome
    {
        Id = DerivedId.Of(export.Id, service).ToString(),
        Issue =
        [
            new OperationOutcome.IssueComponent
            {
                Severity = OperationOutcome.IssueSeverity.Warning,
                Code = OperationOutcome.IssueType.Incomplete,
                Diagnostics = $"Not included: {service}",
            },
        ],
    }.Told($"Not included: {service}. It did not answer when this copy was made; ask for a new copy later.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Service} did not give its part of export {Export} at try {Try}: {Failure}")]
    private partial void LogAway(string service, Guid export, int @try, string failure);
}
