using Journease.Intake.Responses;
using Journease.Intake.Scoring;
using Journease.Intake.Tests.Scoring;
using Journease.ServiceDefaults.Errors;

namespace Journease.Intake.Tests.Rules;

public sealed class SavingAndScoringAResponseTests
{
    private static readonly DateTimeOffset Now = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_response_tells_whether_its_safety_answer_is_another_one()
    {
        var response = Started();

        Assert.False(response.Save(Given.Phq9, Sheet(("1", new Answer(2))), Now));
        Assert.True(response.Save(Given.Phq9, Sheet(("9", new Answer(1))), Now));
        Assert.False(response.Save(Given.Phq9, Sheet(("1", new Answer(3)), ("9", new Answer(1))), Now));
        Assert.True(response.Save(Given.Phq9, Sheet(("9", Answer.Declined)), Now));
        Assert.True(response.Save(Given.Phq9, Sheet(), Now));
    }

    [Fact]
    public void What_was_submitted_stays_with_the_score_it_was_given()
    {
        var response = Started();
        response.Save(Given.Phq9, Sheet(("1", new Answer(2))), Now);
        response.Submit(Scorer.Score(Given.Phq9, response.Sheet().Values), Now);

        response.Save(Given.Phq9, Sheet(("1", new Answer(2))), Now.AddDays(1));
        var changed = Assert.Throws<RuleBrokenException>(() => response.Save(Given.Phq9, Sheet(("1", new Answer(3))), Now));
        var again = Assert.Throws<RuleBrokenException>(() => response.Submit(response.ReadScore()!, Now));

        Assert.Equal(("response-already-submitted", "response-already-submitted"), (changed.Type.Code, again.Type.Code));
        Assert.Equal((2, 1, Now), (response.Sheet().Values[1], response.ScoringVersion, response.SavedAt));
        Assert.Equal(8, response.ReadScore()!.Missing);
    }

    [Fact]
    public void Open_items_are_those_without_a_word_but_nobody_is_made_to_answer_the_safety_item()
    {
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], Sheet(("1", Answer.Declined)).OpenItems(Given.Phq9));
        Assert.Equal(20, AnswerSheet.For(Given.Pcl5, new Dictionary<string, Answer>()).OpenItems(Given.Pcl5).Count);
    }

    private static QuestionnaireResponse Started() =>
        QuestionnaireResponse.Start(Guid.CreateVersion7(), Guid.CreateVersion7(), Given.Phq9, Now);

    private static AnswerSheet Sheet(params (string Item, Answer Answer)[] answers) =>
        AnswerSheet.For(Given.Phq9, answers.ToDictionary(answer => answer.Item, answer => answer.Answer));
}
