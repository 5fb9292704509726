using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoBrowse.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Particulars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Particulars",
                table: "sessions",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Particulars",
                table: "sessions");
        }
    }
}
