using System.Text;
using Journease.Intake.Responses;
using Journease.Intake.Scoring;
using Journease.Intake.Tests.Scoring;
using Journease.Sealing;
using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Tests.Rules;

public sealed class SavingAndScoringAResponseTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_sheet_tells_whether_its_safety_answer_is_another_one()
    {
        Assert.False(Sheet(("1", new Answer(2))).SafetyAnswerDiffers(Given.Phq9, null));
        Assert.True(Sheet(("9", new Answer(1))).SafetyAnswerDiffers(Given.Phq9, Sheet(("1", new Answer(2)))));
        Assert.False(Sheet(("1", new Answer(3)), ("9", new Answer(1))).SafetyAnswerDiffers(Given.Phq9, Sheet(("9", new Answer(1)))));
        Assert.True(Sheet(("9", Answer.Declined)).SafetyAnswerDiffers(Given.Phq9, Sheet(("9", new Answer(1)))));
        Assert.True(Sheet().SafetyAnswerDiffers(Given.Phq9, Sheet(("9", Answer.Declined))));
    }

    [Fact]
    public void The_same_answers_are_not_saved_again_and_other_answers_are()
    {
        var response = Started();
        var kept = Sheet(("1", new Answer(2)));

        Assert.True(response.Accepts(Given.Phq9, null, Sheet()));
        Assert.False(response.Accepts(Given.Phq9, kept, Sheet(("1", new Answer(2)))));
        Assert.True(response.Accepts(Given.Phq9, kept, Sheet(("1", new Answer(3)))));
    }

    [Fact]
    public void What_was_submitted_stays_with_the_score_it_was_given()
    {
        var response = Started();
        var kept = Sheet(("1", new Answer(2)));
        response.Save(Some("answers"), kept.Count, Now);
        var score = Scorer.Score(Given.Phq9, kept.Values);
        response.Submit(score, Some("score"), Now);

        Assert.False(response.Accepts(Given.Phq9, kept, Sheet(("1", new Answer(2)))));
        var changed = Assert.Throws<RuleBrokenException>(() => response.Accepts(Given.Phq9, kept, Sheet(("1", new Answer(3)))));
        var again = Assert.Throws<RuleBrokenException>(() => response.Submit(score, Some("other"), Now));

        Assert.Equal(("response-already-submitted", "response-already-submitted"), (changed.Type.Code, again.Type.Code));
        Assert.Equal((Some("score"), 1, Now), (response.Score, response.ScoringVersion, response.SubmittedAt));
        Assert.Equal(8, score.Missing);
    }

    [Fact]
    public void Open_items_are_those_without_a_word_but_nobody_is_made_to_answer_the_safety_item()
    {
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], Sheet(("1", Answer.Declined)).OpenItems(Given.Phq9));
        Assert.Equal(20, AnswerSheet.For(Given.Pcl5, new Dictionary<string, Answer>()).OpenItems(Given.Pcl5).Count);
    }

    private static Sealed Some(string text) => Sealed.FromBytes(Encoding.UTF8.GetBytes(text));

    private static QuestionnaireResponse Started() =>
        QuestionnaireResponse.Start(Guid.CreateVersion7(), Guid.CreateVersion7(), Given.Phq9, Now);

    private static AnswerSheet Sheet(params (string Item, Answer Answer)[] answers) =>
        AnswerSheet.For(Given.Phq9, answers.ToDictionary(answer => answer.Item, answer => answer.Answer));
}
