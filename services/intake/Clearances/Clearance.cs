using Journease.Contracts.Intake;
using Journease.Intake.Reviews;
using Journease.Messaging;
using Journease.Sealing;

namespace Journease.Intake.Clearances;

/// <summary>What a prescriber confirms before anybody is cleared.</summary>
internal readonly record struct Evaluation(bool InPerson, bool PrescriptionMonitoringChecked);

/// <summary>A prescriber's word that a client may have a number of sessions until a date. Without it there is no dosing.</summary>
internal sealed class Clearance : Aggregate
{
    public const string Ketamine = "ketamine";

    private Clearance() { } // for EF Core

    public Guid ClientId { get; private init; }
    public Guid ReviewId { get; private init; }
    public string Scope { get; private init; } = null!;
    public int MaximumSessions { get; private init; }
    public DateTimeOffset GrantedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public Guid GrantedBy { get; private init; }
    public bool InPersonEvaluation { get; private init; }
    public bool PrescriptionMonitoringChecked { get; private init; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
    public Guid? WithdrawnBy { get; private set; }
    public Sealed? WithdrawalReason { get; private set; }

    public static Clearance Grant(Review review, Evaluation evaluation, string scope, int maximumSessions, int validDays, DateTimeOffset now)
    {
        if (!evaluation.InPerson)
        {
            throw ClearanceProblems.NotEvaluatedInPerson.Broken("Confirm that the person was evaluated in person.", "inPersonEvaluation");
        }
        if (!evaluation.PrescriptionMonitoringChecked)
        {
            throw ClearanceProblems.PrescriptionMonitoringNotChecked.Broken(
                "Check the prescription monitoring programme and confirm it.", "prescriptionMonitoringChecked");
        }
        if (scope != Ketamine)
        {
            throw ClearanceProblems.ScopeUnknown.Broken("The only scope that can be cleared is ketamine.", "scope");
        }

        var clearance = new Clearance
        {
            ClientId = review.ClientId,
            ReviewId = review.Id,
            Scope = scope,
            MaximumSessions = maximumSessions,
            GrantedAt = now,
            ExpiresAt = now.AddDays(validDays),
            GrantedBy = review.DecidedBy!.Value,
            InPersonEvaluation = evaluation.InPerson,
            PrescriptionMonitoringChecked = evaluation.PrescriptionMonitoringChecked,
        };
        clearance.Announce(new ClearanceGranted
        {
            SubjectId = clearance.ClientId,
            Scope = scope,
            ExpiresAt = clearance.ExpiresAt,
            MaximumSessions = maximumSessions,
        });
        return clearance;
    }

    /// <summary>Possible at any time. Withdrawing twice changes nothing: the first reason stays.</summary>
    public void Withdraw(Guid prescriberId, Sealed reason, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            return;
        }

        (WithdrawnAt, WithdrawnBy, WithdrawalReason) = (now, prescriberId, reason);
        Announce(new ClearanceWithdrawn { SubjectId = ClientId, Scope = Scope });
    }
}
