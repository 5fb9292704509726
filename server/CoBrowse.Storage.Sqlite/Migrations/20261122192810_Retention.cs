using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBrowse.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_session_keys",
                table: "session_keys");

            migrationBuilder.AddColumn<long>(
                name: "AssetsErasedAt",
                table: "sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AuditErasedAt",
                table: "sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SessionErasedAt",
                table: "sessions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Purpose",
                table: "session_keys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddPrimaryKey(
                name: "PK_session_keys",
                table: "session_keys",
                columns: new[] { "SessionId", "Purpose" });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tenant = table.Column<string>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PlacedBy = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftedBy = table.Column<string>(type: "TEXT", nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_holds", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_kept_Assets",
                table: "sessions",
                columns: new[] { "Tenant", "EndedAt" },
                filter: "\"AssetsErasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_kept_Audit",
                table: "sessions",
                columns: new[] { "Tenant", "EndedAt" },
                filter: "\"AuditErasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_kept_Session",
                table: "sessions",
                columns: new[] { "Tenant", "EndedAt" },
                filter: "\"SessionErasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_SessionId",
                table: "legal_holds",
                column: "SessionId");

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_Tenant_PlacedAt",
                table: "legal_holds",
                columns: new[] { "Tenant", "PlacedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropIndex(
                name: "IX_sessions_kept_Assets",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_sessions_kept_Audit",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_sessions_kept_Session",
                table: "sessions");

            migrationBuilder.DropPrimaryKey(
                name: "PK_session_keys",
                table: "session_keys");

            migrationBuilder.DropColumn(
                name: "AssetsErasedAt",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "AuditErasedAt",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "SessionErasedAt",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "session_keys");

            migrationBuilder.AddPrimaryKey(
                name: "PK_session_keys",
                table: "session_keys",
                column: "SessionId");
        }
    }
}
