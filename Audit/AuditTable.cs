using System.Data.Common;
using Npgsql;

namespace Journease.Audit;

/// <summary>Where audit events lie: a schema that only grows. Not even the owner of the tables can change or delete a row.</summary>
public static class AuditTable
{
    private const string Insert = """
        INSERT INTO audit.event (id, actor, roles, client, act, kind, subject_id, object_id, reason_id, outcome, trace_id, problem)
        VALUES (@id, @actor, @roles, @client, @act, @kind, @subject, @object, @reason, @outcome, @trace, @problem)
        """;

    /// <summary>Makes the tables, their guards and the rights of the service's own role. Repeatable.</summary>
    public static string CreateFor(string appRole) => $"""
        CREATE SCHEMA IF NOT EXISTS audit;
        CREATE TABLE IF NOT EXISTS audit.event (
          id uuid PRIMARY KEY,
          at timestamptz NOT NULL DEFAULT clock_timestamp(),
          actor text NULL,
          roles text NOT NULL,
          client text NULL,
          act text NOT NULL,
          kind text NOT NULL,
          subject_id uuid NULL,
          object_id uuid NULL,
          reason_id uuid NULL,
          outcome integer NOT NULL,
          trace_id text NOT NULL,
          problem text NULL,
          transaction xid8 NOT NULL DEFAULT pg_current_xact_id());
        CREATE INDEX IF NOT EXISTS ix_event_subject ON audit.event (subject_id, at DESC) WHERE subject_id IS NOT NULL;
        CREATE INDEX IF NOT EXISTS ix_event_transaction ON audit.event (transaction);
        CREATE TABLE IF NOT EXISTS audit.chain (
          sequence bigint PRIMARY KEY,
          event_id uuid NOT NULL UNIQUE,
          hash bytea NOT NULL,
          chained_at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE OR REPLACE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS
          $guard$ BEGIN RAISE EXCEPTION 'audit rows are never changed' USING ERRCODE = 'insufficient_privilege'; END $guard$;
        CREATE OR REPLACE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.event EXECUTE FUNCTION audit.refuse_change();
        CREATE OR REPLACE TRIGGER only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.chain EXECUTE FUNCTION audit.refuse_change();
        DO $$ BEGIN
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{appRole}') THEN
            GRANT USAGE ON SCHEMA audit TO {appRole};
            GRANT SELECT, INSERT ON audit.event, audit.chain TO {appRole};
          END IF;
        END $$
        """;

    /// <summary>Writes events: within the given transaction, or at once when there is none.</summary>
    public static async Task InsertAsync(NpgsqlConnection connection, DbTransaction? transaction, IEnumerable<AuditEvent> events, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction?)transaction);
        foreach (var one in events)
        {
            batch.BatchCommands.Add(new(Insert)
            {
                Parameters =
                {
                    new("id", one.Id), new("actor", (object?)one.Actor ?? DBNull.Value), new("roles", one.Roles),
                    new("client", (object?)one.Client ?? DBNull.Value), new("act", one.Act), new("kind", one.Kind.ToString()),
                    new("subject", (object?)one.SubjectId ?? DBNull.Value), new("object", (object?)one.ObjectId ?? DBNull.Value),
                    new("reason", (object?)one.ReasonId ?? DBNull.Value), new("outcome", one.Outcome), new("trace", one.TraceId),
                    new("problem", (object?)one.Problem ?? DBNull.Value),
                },
            });
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    internal static AuditEvent Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        At = reader.GetFieldValue<DateTimeOffset>(1),
        Actor = Text(reader, 2),
        Roles = reader.GetString(3),
        Client = Text(reader, 4),
        Act = reader.GetString(5),
        Kind = Enum.Parse<AuditKind>(reader.GetString(6)),
        SubjectId = Id(reader, 7),
        ObjectId = Id(reader, 8),
        ReasonId = Id(reader, 9),
        Outcome = reader.GetInt32(10),
        TraceId = reader.GetString(11),
        Problem = Text(reader, 12),
    };

    internal const string Columns = "e.id, e.at, e.actor, e.roles, e.client, e.act, e.kind, e.subject_id, e.object_id, e.reason_id, e.outcome, e.trace_id, e.problem";

    private static string? Text(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

    private static Guid? Id(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetGuid(at);
}
