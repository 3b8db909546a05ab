using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Journease.CommunityGroups.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "groups");

            migrationBuilder.CreateTable(
                name: "circle",
                schema: "groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    about = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    guidelines = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    capacity = table.Column<int>(type: "integer", nullable: false),
                    members = table.Column<int>(type: "integer", nullable: false),
                    last_post = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_circle", x => x.id);
                    table.CheckConstraint("ck_circle_no_more_than_capacity", "members BETWEEN 0 AND capacity");
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                schema: "groups",
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
                name: "inbox_message",
                schema: "groups",
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
                name: "outbox_message",
                schema: "groups",
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
                schema: "groups",
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
                name: "redelivery",
                schema: "groups",
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
                name: "stored_answer",
                schema: "groups",
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
                name: "circle_facilitator",
                schema: "groups",
                columns: table => new
                {
                    circle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_circle_facilitator", x => new { x.circle_id, x.account_id });
                    table.ForeignKey(
                        name: "fk_circle_facilitator_circles_circle_id",
                        column: x => x.circle_id,
                        principalSchema: "groups",
                        principalTable: "circle",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "membership",
                schema: "groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    circle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pseudonym = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    pseudonym_key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    first_approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership", x => x.id);
                    table.ForeignKey(
                        name: "fk_membership_circle_circle_id",
                        column: x => x.circle_id,
                        principalSchema: "groups",
                        principalTable: "circle",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "membership_account",
                schema: "groups",
                columns: table => new
                {
                    membership_id = table.Column<Guid>(type: "uuid", nullable: false),
                    circle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    account = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership_account", x => x.membership_id);
                    table.ForeignKey(
                        name: "fk_membership_account_memberships_membership_id",
                        column: x => x.membership_id,
                        principalSchema: "groups",
                        principalTable: "membership",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "post",
                schema: "groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    circle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    membership_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                    table.ForeignKey(
                        name: "fk_post_circle_circle_id",
                        column: x => x.circle_id,
                        principalSchema: "groups",
                        principalTable: "circle",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_post_membership_membership_id",
                        column: x => x.membership_id,
                        principalSchema: "groups",
                        principalTable: "membership",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_circle_facilitator_account_id",
                schema: "groups",
                table: "circle_facilitator",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_message_received_at",
                schema: "groups",
                table: "inbox_message",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ux_membership_pseudonym",
                schema: "groups",
                table: "membership",
                columns: new[] { "circle_id", "pseudonym_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_membership_account_account_index",
                schema: "groups",
                table: "membership_account",
                column: "account_index");

            migrationBuilder.CreateIndex(
                name: "ux_membership_account_one_per_person",
                schema: "groups",
                table: "membership_account",
                columns: new[] { "circle_id", "account_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_available_at_position",
                schema: "groups",
                table: "outbox_message",
                columns: new[] { "available_at", "position" },
                filter: "parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_message_id",
                schema: "groups",
                table: "outbox_message",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_ordering_key_position",
                schema: "groups",
                table: "outbox_message",
                columns: new[] { "ordering_key", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_parked_at",
                schema: "groups",
                table: "outbox_message",
                column: "parked_at",
                filter: "parked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_parked_message_act_message_id",
                schema: "groups",
                table: "parked_message_act",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_circle_id_number",
                schema: "groups",
                table: "post",
                columns: new[] { "circle_id", "number" },
                unique: true,
                descending: new[] { false, true });

            migrationBuilder.CreateIndex(
                name: "ix_post_membership_id",
                schema: "groups",
                table: "post",
                column: "membership_id");

            migrationBuilder.CreateIndex(
                name: "ix_redelivery_last_at",
                schema: "groups",
                table: "redelivery",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answer_created_at",
                schema: "groups",
                table: "stored_answer",
                column: "created_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "circle_facilitator",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "data_protection_key",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "inbox_message",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "membership_account",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "parked_message_act",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "post",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "redelivery",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "stored_answer",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "membership",
                schema: "groups");

            migrationBuilder.DropTable(
                name: "circle",
                schema: "groups");
        }
    }
}
