using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Journease.Intake.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "intake");

            migrationBuilder.CreateTable(
                name: "care_team",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_team", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "clearance",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    review_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    maximum_sessions = table.Column<int>(type: "integer", nullable: false),
                    granted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    granted_by = table.Column<Guid>(type: "uuid", nullable: false),
                    in_person_evaluation = table.Column<bool>(type: "boolean", nullable: false),
                    prescription_monitoring_checked = table.Column<bool>(type: "boolean", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawal_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consent",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    document_version = table.Column<int>(type: "integer", nullable: false),
                    text_hash = table.Column<string>(type: "text", nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    friendly_name = table.Column<string>(type: "text", nullable: true),
                    xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "emergency_access",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_access", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "export",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    not_included = table.Column<List<string>>(type: "text[]", nullable: false),
                    bundle = table.Column<byte[]>(type: "bytea", nullable: true),
                    page = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                schema: "intake",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_message", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "inquiry",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    message = table.Column<byte[]>(type: "bytea", nullable: false),
                    contact_way = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<byte[]>(type: "bytea", nullable: false),
                    contact_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    name_index = table.Column<byte[][]>(type: "bytea[]", nullable: false),
                    safe_to_leave_message = table.Column<bool>(type: "boolean", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answer_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inquiry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                schema: "intake",
                columns: table => new
                {
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_type = table.Column<string>(type: "text", nullable: false),
                    ordering_key = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    causation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()"),
                    available_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()"),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.position);
                });

            migrationBuilder.CreateTable(
                name: "parked_message_act",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_type = table.Column<string>(type: "text", nullable: false),
                    aggregate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    done_by = table.Column<Guid>(type: "uuid", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parked_message_act", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "questionnaire_response",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instrument = table.Column<string>(type: "text", nullable: false),
                    instrument_version = table.Column<int>(type: "integer", nullable: false),
                    answers = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_count = table.Column<int>(type: "integer", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    score = table.Column<byte[]>(type: "bytea", nullable: true),
                    scoring_version = table.Column<int>(type: "integer", nullable: true),
                    action = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("one_response_per_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redelivery",
                schema: "intake",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redelivery", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "review",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_ids = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    risk = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    reasons = table.Column<byte[]>(type: "bytea", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "safety_concern",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    response_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign = table.Column<string>(type: "text", nullable: false),
                    grade = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    acknowledge_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    acknowledged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    acknowledged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    closing_note = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_safety_concern", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_answer",
                schema: "intake",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_answer", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "care_team_member",
                schema: "intake",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_team_member", x => new { x.client_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_care_team_member_care_team_client_id",
                        column: x => x.client_id,
                        principalSchema: "intake",
                        principalTable: "care_team",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "export_part",
                schema: "intake",
                columns: table => new
                {
                    service = table.Column<string>(type: "text", nullable: false),
                    export_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_part", x => new { x.export_id, x.service });
                    table.ForeignKey(
                        name: "fk_export_part_export_export_id",
                        column: x => x.export_id,
                        principalSchema: "intake",
                        principalTable: "export",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_care_team_member_account_id",
                schema: "intake",
                table: "care_team_member",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearance_client_id",
                schema: "intake",
                table: "clearance",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "one_clearance_per_review",
                schema: "intake",
                table: "clearance",
                column: "review_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consent_client_id",
                schema: "intake",
                table: "consent",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "one_consent_in_force_per_kind",
                schema: "intake",
                table: "consent",
                columns: new[] { "client_id", "kind", "document_version" },
                unique: true,
                filter: "withdrawn_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_emergency_access_account_id_client_id_expires_at",
                schema: "intake",
                table: "emergency_access",
                columns: new[] { "account_id", "client_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_emergency_access_client_id",
                schema: "intake",
                table: "emergency_access",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "export_due",
                schema: "intake",
                table: "export",
                column: "due_at",
                filter: "state = 'Gathering'");

            migrationBuilder.CreateIndex(
                name: "export_expiry",
                schema: "intake",
                table: "export",
                column: "expires_at",
                filter: "state = 'Ready'");

            migrationBuilder.CreateIndex(
                name: "ix_export_account_id_requested_at",
                schema: "intake",
                table: "export",
                columns: new[] { "account_id", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "one_export_at_a_time",
                schema: "intake",
                table: "export",
                column: "account_id",
                unique: true,
                filter: "state = 'Gathering'");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_message_received_at",
                schema: "intake",
                table: "inbox_message",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_contact_index",
                schema: "intake",
                table: "inquiry",
                column: "contact_index");

            migrationBuilder.CreateIndex(
                name: "ix_inquiry_name_index",
                schema: "intake",
                table: "inquiry",
                column: "name_index")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "waiting_inquiry",
                schema: "intake",
                table: "inquiry",
                column: "id",
                filter: "answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_available_at_position",
                schema: "intake",
                table: "outbox_message",
                columns: new[] { "available_at", "position" },
                filter: "parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_message_id",
                schema: "intake",
                table: "outbox_message",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_ordering_key_position",
                schema: "intake",
                table: "outbox_message",
                columns: new[] { "ordering_key", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_parked_at",
                schema: "intake",
                table: "outbox_message",
                column: "parked_at",
                filter: "parked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_parked_message_act_message_id",
                schema: "intake",
                table: "parked_message_act",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_questionnaire_response_client_id",
                schema: "intake",
                table: "questionnaire_response",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_redelivery_last_at",
                schema: "intake",
                table: "redelivery",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_review_client_id_submitted_at",
                schema: "intake",
                table: "review",
                columns: new[] { "client_id", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "one_open_review_per_client",
                schema: "intake",
                table: "review",
                column: "client_id",
                unique: true,
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "review_queue",
                schema: "intake",
                table: "review",
                columns: new[] { "risk", "submitted_at", "id" },
                descending: new[] { true, false, false },
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_safety_concern_client_id",
                schema: "intake",
                table: "safety_concern",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "one_open_concern_per_response",
                schema: "intake",
                table: "safety_concern",
                column: "response_id",
                unique: true,
                filter: "state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "open_concern",
                schema: "intake",
                table: "safety_concern",
                columns: new[] { "acknowledge_by", "id" },
                filter: "state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answer_created_at",
                schema: "intake",
                table: "stored_answer",
                column: "created_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "care_team_member",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "clearance",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "consent",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "data_protection_key",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "emergency_access",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "export_part",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "inbox_message",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "inquiry",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "parked_message_act",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "questionnaire_response",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "redelivery",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "review",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "safety_concern",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "stored_answer",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "care_team",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "export",
                schema: "intake");
        }
    }
}
