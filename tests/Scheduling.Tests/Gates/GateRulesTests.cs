using CsCheck;
using Journease.Scheduling.Gates;

namespace Journease.Scheduling.Tests.Gates;

public sealed class GateRulesTests
{
    private static readonly GateCondition[] All = Enum.GetValues<GateCondition>();
    private static readonly GateStage[] Stages = Enum.GetValues<GateStage>();

    [Fact]
    public void Every_combination_of_conditions_opens_a_stage_exactly_when_none_of_its_own_is_missing()
    {
        for (var bits = 0; bits < 1 << All.Length; bits++)
        {
            var met = Met(bits);
            foreach (var stage in Stages)
            {
                var missing = GateRules.Missing(stage, met);
                Assert.Equal(GateRules.Of(stage).All(met.Contains), missing.Count == 0);
                Assert.DoesNotContain(missing, met.Contains);
            }
        }
    }

    [Fact]
    public void Each_stage_asks_for_all_that_the_one_before_asks_and_the_last_for_everything()
    {
        Assert.Subset(GateRules.Of(GateStage.Confirmed).ToHashSet(), GateRules.Of(GateStage.Booked).ToHashSet());
        Assert.Subset(GateRules.Of(GateStage.Started).ToHashSet(), GateRules.Of(GateStage.Confirmed).ToHashSet());
        Assert.Equal(All.Order(), GateRules.Of(GateStage.Started).Order());
    }

    [Fact]
    public void Taking_a_condition_away_never_opens_a_stage() =>
        Gen.Int[0, (1 << All.Length) - 1].Select(Gen.Int[0, All.Length - 1]).Sample((bits, taken) =>
            Stages.All(stage => GateRules.Missing(stage, Met(bits)).Count <= GateRules.Missing(stage, Met(bits & ~(1 << taken))).Count));

    [Fact]
    public void Every_condition_has_a_sentence_and_something_to_do() => Assert.All(((IReadOnlyList<GateCondition>)All).InWords(), missing =>
    {
        Assert.Matches("^[a-z]+(-[a-z]+)*$", missing.Code);
        Assert.EndsWith(".", missing.Sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", missing.WhatToDo, StringComparison.Ordinal);
        Assert.DoesNotContain("dosing", missing.Sentence + missing.WhatToDo, StringComparison.OrdinalIgnoreCase);
    });

    private static HashSet<GateCondition> Met(int bits) => [.. All.Where((_, i) => (bits & (1 << i)) != 0)];
}
