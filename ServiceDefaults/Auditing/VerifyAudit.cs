using Journease.Audit;
using Journease.ServiceDefaults.Verbs;
using Npgsql;

namespace Journease.ServiceDefaults.Auditing;

/// <summary><c>verify</c>: says whether the audit is as it was written. Exit code 1 when it is not.</summary>
internal sealed class VerifyAudit(NpgsqlDataSource database, ChainHash hash, AnchorPlace place) : IVerb
{
    public string Name => "verify";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken ct)
    {
        var anchor = await place.FindAsync(ct);
        var report = await new AuditVerification(database, hash, anchor).RunAsync(ct);
        foreach (var finding in report.Findings)
        {
            Console.WriteLine(finding);
        }
        Console.WriteLine(
            $"{report.Links} audit events are chained, {report.Unchained} wait for their place. " +
            (report.Findings.Count == 0 ? "All are as they were written." : $"{report.Findings.Count} things are wrong.") +
            (anchor is null ? " There is no anchor outside the database (Audit__AnchorFolder), so a cut-off end would not be noticed." : ""));
        return report.Findings.Count == 0 ? 0 : 1;
    }
}
