using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Journease.Scheduling.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "scheduling");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,");

            migrationBuilder.CreateTable(
                name: "clearance_expiry",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clearance_expiry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                schema: "scheduling",
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
                name: "gate",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    clearances = table.Column<string>(type: "jsonb", nullable: true),
                    concerns = table.Column<string>(type: "jsonb", nullable: true),
                    consents = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                schema: "scheduling",
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
                schema: "scheduling",
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
                schema: "scheduling",
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
                name: "practitioner",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    gender = table.Column<string>(type: "text", nullable: true),
                    most_minutes_a_day = table.Column<int>(type: "integer", nullable: true),
                    most_minutes_a_week = table.Column<int>(type: "integer", nullable: true),
                    qualifications = table.Column<string[]>(type: "text[]", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_practitioner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "redelivery",
                schema: "scheduling",
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
                name: "session_type",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    hold_minutes = table.Column<int>(type: "integer", nullable: false),
                    buffer_before_minutes = table.Column<int>(type: "integer", nullable: false),
                    buffer_after_minutes = table.Column<int>(type: "integer", nullable: false),
                    needs = table.Column<string>(type: "jsonb", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: true),
                    clients_book_it = table.Column<bool>(type: "boolean", nullable: false),
                    notice_hours = table.Column<int>(type: "integer", nullable: true),
                    horizon_days = table.Column<int>(type: "integer", nullable: true),
                    prerequisites = table.Column<string[]>(type: "text[]", nullable: false),
                    spacing = table.Column<string>(type: "jsonb", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_type", x => x.id);
                    table.CheckConstraint("ck_session_type_dosing_in_person", "code <> 'dosing' OR mode = 'InPerson'");
                    table.CheckConstraint("ck_session_type_hold", "hold_minutes >= minutes AND minutes > 0");
                    table.CheckConstraint("ck_session_type_not_mdma", "code !~* 'mdma' AND name !~* 'mdma' AND practice !~* 'mdma'");
                });

            migrationBuilder.CreateTable(
                name: "site",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false),
                    holidays_replaced = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stored_answer",
                schema: "scheduling",
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
                name: "busy_calendar",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practitioner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    zone = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<byte[]>(type: "bytea", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true),
                    failing_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_busy_calendar", x => x.id);
                    table.ForeignKey(
                        name: "fk_busy_calendar_practitioners_practitioner_id",
                        column: x => x.practitioner_id,
                        principalSchema: "scheduling",
                        principalTable: "practitioner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "working_period",
                schema: "scheduling",
                columns: table => new
                {
                    day = table.Column<short>(type: "smallint", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    practitioner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to = table.Column<TimeOnly>(type: "time without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_period", x => new { x.practitioner_id, x.day, x.from });
                    table.ForeignKey(
                        name: "fk_working_period_practitioner_practitioner_id",
                        column: x => x.practitioner_id,
                        principalSchema: "scheduling",
                        principalTable: "practitioner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "appointment",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    client_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_type = table.Column<string>(type: "text", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_reason = table.Column<string>(type: "text", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment", x => x.id);
                    table.ForeignKey(
                        name: "fk_appointment_sites_site_id",
                        column: x => x.site_id,
                        principalSchema: "scheduling",
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "changed_hours",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: true),
                    change = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    to = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changed_hours", x => x.id);
                    table.ForeignKey(
                        name: "fk_changed_hours_site_site_id",
                        column: x => x.site_id,
                        principalSchema: "scheduling",
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "equipment_item",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_equipment_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_equipment_item_sites_site_id",
                        column: x => x.site_id,
                        principalSchema: "scheduling",
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "holiday",
                schema: "scheduling",
                columns: table => new
                {
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holiday", x => new { x.site_id, x.day });
                    table.ForeignKey(
                        name: "fk_holiday_sites_site_id",
                        column: x => x.site_id,
                        principalSchema: "scheduling",
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recurring_hours",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    to = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    days = table.Column<DateOnly[]>(type: "date[]", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recurring_hours", x => x.id);
                    table.ForeignKey(
                        name: "fk_recurring_hours_site_site_id",
                        column: x => x.site_id,
                        principalSchema: "scheduling",
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "room",
                schema: "scheduling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_room", x => x.id);
                    table.ForeignKey(
                        name: "fk_room_site",
                        column: x => x.site_id,
                        principalSchema: "scheduling",
                        principalTable: "site",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "busy_time",
                schema: "scheduling",
                columns: table => new
                {
                    calendar_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    practitioner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    during = table.Column<NpgsqlRange<DateTime>>(type: "tstzrange", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_busy_time", x => new { x.calendar_id, x.number });
                    table.ForeignKey(
                        name: "fk_busy_time_busy_calendar_calendar_id",
                        column: x => x.calendar_id,
                        principalSchema: "scheduling",
                        principalTable: "busy_calendar",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claim",
                schema: "scheduling",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    appointment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    resource_id = table.Column<Guid>(type: "uuid", nullable: false),
                    during = table.Column<NpgsqlRange<DateTime>>(type: "tstzrange", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim", x => new { x.appointment_id, x.number });
                    table.ForeignKey(
                        name: "fk_claim_appointment_appointment_id",
                        column: x => x.appointment_id,
                        principalSchema: "scheduling",
                        principalTable: "appointment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "scheduling",
                table: "session_type",
                columns: new[] { "id", "buffer_after_minutes", "buffer_before_minutes", "clients_book_it", "code", "hold_minutes", "horizon_days", "minutes", "mode", "name", "needs", "notice_hours", "practice", "prerequisites", "spacing", "version" },
                values: new object[,]
                {
                    { new Guid("00000000-0000-7000-8000-000000000201"), 0, 0, true, "inquiry-call", 20, null, 20, "VideoLink", "First call", "{\"staff\":[{\"role\":\"coordinator\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":false,\"equipment\":[]}", null, null, new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000202"), 0, 0, true, "medical-evaluation", 60, null, 60, "InPerson", "Medical evaluation", "{\"staff\":[{\"role\":\"prescriber\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, null, new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000203"), 0, 0, true, "preparation", 75, null, 75, "InPerson", "Preparation", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "ketamine-sessions", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000204"), 0, 0, true, "dosing", 210, null, 180, "InPerson", "Ketamine session", "{\"staff\":[{\"role\":\"prescriber\",\"count\":1,\"perParticipants\":null,\"qualification\":null},{\"role\":\"nurse\",\"count\":1,\"perParticipants\":3,\"qualification\":null}],\"room\":true,\"equipment\":[{\"kind\":\"chair\",\"count\":1,\"perParticipants\":1}]}", null, "ketamine-sessions", new[] { "preparation" }, "{\"minimumDaysApart\":3,\"atMost\":2,\"withinDays\":7,\"followedBy\":\"integration\",\"followedFromHours\":24,\"followedUntilHours\":72}", 1L },
                    { new Guid("00000000-0000-7000-8000-000000000205"), 0, 0, true, "integration", 75, null, 75, "InPerson", "Integration", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "ketamine-sessions", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000206"), 0, 0, false, "circle", 90, null, 90, "InPerson", "Circle", "{\"staff\":[{\"role\":\"facilitator\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, null, new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000207"), 0, 0, true, "follow-up", 30, null, 30, "VideoLink", "Follow-up", "{\"staff\":[{\"role\":\"prescriber\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":false,\"equipment\":[]}", null, null, new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000208"), 0, 0, true, "somatic-therapy", 60, null, 60, "InPerson", "Somatic therapy", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "somatic-therapy", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000209"), 0, 0, true, "self-compassion", 60, null, 60, "InPerson", "Self-compassion practice", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "self-compassion", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000210"), 0, 0, true, "mindfulness", 60, null, 60, "InPerson", "Mindfulness and meditation", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "mindfulness-and-meditation", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000211"), 0, 0, true, "cognitive-behavioural-therapy", 60, null, 60, "InPerson", "Cognitive-behavioural therapy", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "cognitive-behavioural-therapy", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000212"), 0, 0, true, "counselling", 60, null, 60, "InPerson", "Counselling", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "counselling", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000213"), 0, 0, true, "art-therapy", 60, null, 60, "InPerson", "Art therapy", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "art-therapy", new string[0], null, 1L },
                    { new Guid("00000000-0000-7000-8000-000000000214"), 0, 0, true, "music-therapy", 60, null, 60, "InPerson", "Music therapy", "{\"staff\":[{\"role\":\"therapist\",\"count\":1,\"perParticipants\":null,\"qualification\":null}],\"room\":true,\"equipment\":[]}", null, "music-therapy", new string[0], null, 1L }
                });

            migrationBuilder.CreateIndex(
                name: "ix_appointment_client_id_starts_at_id",
                schema: "scheduling",
                table: "appointment",
                columns: new[] { "client_id", "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_appointment_site_id",
                schema: "scheduling",
                table: "appointment",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointment_starts_at_id",
                schema: "scheduling",
                table: "appointment",
                columns: new[] { "starts_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_busy_calendar_due_at",
                schema: "scheduling",
                table: "busy_calendar",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_busy_calendar_practitioner_id",
                schema: "scheduling",
                table: "busy_calendar",
                column: "practitioner_id");

            migrationBuilder.CreateIndex(
                name: "ix_busy_time_practitioner_id_during",
                schema: "scheduling",
                table: "busy_time",
                columns: new[] { "practitioner_id", "during" })
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_changed_hours_resource_id_last_day",
                schema: "scheduling",
                table: "changed_hours",
                columns: new[] { "resource_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_changed_hours_site_id",
                schema: "scheduling",
                table: "changed_hours",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearance_expiry_client_id",
                schema: "scheduling",
                table: "clearance_expiry",
                column: "client_id");

            migrationBuilder.CreateIndex(
                name: "ix_clearance_expiry_due_at",
                schema: "scheduling",
                table: "clearance_expiry",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_equipment_item_site_id",
                schema: "scheduling",
                table: "equipment_item",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_inbox_message_received_at",
                schema: "scheduling",
                table: "inbox_message",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_available_at_position",
                schema: "scheduling",
                table: "outbox_message",
                columns: new[] { "available_at", "position" },
                filter: "parked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_message_id",
                schema: "scheduling",
                table: "outbox_message",
                column: "message_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_ordering_key_position",
                schema: "scheduling",
                table: "outbox_message",
                columns: new[] { "ordering_key", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_parked_at",
                schema: "scheduling",
                table: "outbox_message",
                column: "parked_at",
                filter: "parked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_parked_message_act_message_id",
                schema: "scheduling",
                table: "parked_message_act",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "ix_practitioner_account",
                schema: "scheduling",
                table: "practitioner",
                column: "account_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recurring_hours_resource_id_last_day",
                schema: "scheduling",
                table: "recurring_hours",
                columns: new[] { "resource_id", "last_day" });

            migrationBuilder.CreateIndex(
                name: "ix_recurring_hours_site_id",
                schema: "scheduling",
                table: "recurring_hours",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_redelivery_last_at",
                schema: "scheduling",
                table: "redelivery",
                column: "last_at");

            migrationBuilder.CreateIndex(
                name: "ix_room_site_id",
                schema: "scheduling",
                table: "room",
                column: "site_id");

            migrationBuilder.CreateIndex(
                name: "ix_session_type_code",
                schema: "scheduling",
                table: "session_type",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stored_answer_created_at",
                schema: "scheduling",
                table: "stored_answer",
                column: "created_at");
        
            Appointments.NoDoubleBooking.AddTo(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "busy_time",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "changed_hours",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "claim",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "clearance_expiry",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "data_protection_key",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "equipment_item",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "gate",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "holiday",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "inbox_message",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "parked_message_act",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "recurring_hours",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "redelivery",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "room",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "session_type",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "stored_answer",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "working_period",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "busy_calendar",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "appointment",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "practitioner",
                schema: "scheduling");

            migrationBuilder.DropTable(
                name: "site",
                schema: "scheduling");
        }
    }
}
