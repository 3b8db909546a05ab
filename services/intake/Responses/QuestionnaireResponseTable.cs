using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Intake.Responses;

internal sealed class QuestionnaireResponseTable : IEntityTypeConfiguration<QuestionnaireResponse>
{
    public const string OneResponsePerId = "one_response_per_id";

    public void Configure(EntityTypeBuilder<QuestionnaireResponse> builder)
    {
        builder.ToTable("questionnaire_response");
        builder.HasKey(response => response.Id).HasName(OneResponsePerId);
        builder.Property(response => response.Id).ValueGeneratedNever(); // the client makes it
        builder.HasIndex(response => response.ClientId);
    }
}
