using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Journease.Portal.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "portal");

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                schema: "portal",
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
                name: "ended_session",
                schema: "portal",
                columns: table => new
                {
                    notice_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    identity_session = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_session", x => x.notice_id);
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "portal",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    identity_session = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    ticket = table.Column<byte[]>(type: "bytea", nullable: false),
                    tokens = table.Column<byte[]>(type: "bytea", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_answer",
                schema: "portal",
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

            migrationBuilder.CreateIndex(
                name: "ix_ended_session_identity_session",
                schema: "portal",
                table: "ended_session",
                column: "identity_session");

            migrationBuilder.CreateIndex(
                name: "ix_session_expires_at",
                schema: "portal",
                table: "session",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_session_identity_session",
                schema: "portal",
                table: "session",
                column: "identity_session");

            migrationBuilder.CreateIndex(
                name: "ix_stored_answer_created_at",
                schema: "portal",
                table: "stored_answer",
                column: "created_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "data_protection_key",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "ended_session",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "session",
                schema: "portal");

            migrationBuilder.DropTable(
                name: "stored_answer",
                schema: "portal");
        }
    }
}
