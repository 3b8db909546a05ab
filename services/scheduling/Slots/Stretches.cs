using NodaTime;

namespace Journease.Scheduling.Slots;

/// <summary>Arithmetic on lists of intervals that are sorted and do not touch each other.</summary>
internal static class Stretches
{
    /// <summary>Sorted, with what overlaps or touches made one.</summary>
    public static List<Interval> Joined(this IEnumerable<Interval> intervals)
    {
        var joined = new List<Interval>();
        foreach (var next in intervals.OrderBy(interval => interval.Start))
        {
            if (joined.Count > 0 && next.Start <= joined[^1].End)
            {
                joined[^1] = new(joined[^1].Start, Instant.Max(joined[^1].End, next.End));
            }
            else
            {
                joined.Add(next);
            }
        }
        return joined;
    }

    /// <summary>What is left of the first after the second is taken away.</summary>
    public static List<Interval> Without(this List<Interval> stretches, IEnumerable<Interval> taken)
    {
        var left = stretches;
        foreach (var gone in taken.Joined())
        {
            left = [.. left.SelectMany(stretch => Minus(stretch, gone))];
        }
        return left;
    }

    /// <summary>True when one of the stretches contains the whole time.</summary>
    public static bool Cover(this List<Interval> stretches, Interval time)
    {
        var low = 0;
        var high = stretches.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (stretches[middle].End < time.End)
            {
                low = middle + 1;
            }
            else if (stretches[middle].Start > time.Start)
            {
                high = middle - 1;
            }
            else
            {
                return true;
            }
        }
        return false;
    }

    public static bool Meets(this Interval one, Interval other) => one.Start < other.End && other.Start < one.End;

    private static IEnumerable<Interval> Minus(Interval stretch, Interval gone)
    {
        if (!stretch.Meets(gone))
        {
            yield return stretch;
            yield break;
        }
        if (stretch.Start < gone.Start)
        {
            yield return new(stretch.Start, gone.Start);
        }
        if (gone.End < stretch.End)
        {
            yield return new(gone.End, stretch.End);
        }
    }
}
