using NodaTime;

namespace Journease.Scheduling.WorkingTimes;

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
        var gone = taken.Joined();
        if (gone.Count == 0)
        {
            return stretches;
        }

        var left = new List<Interval>();
        var next = 0;
        foreach (var stretch in stretches)
        {
            while (next < gone.Count && gone[next].End <= stretch.Start)
            {
                next++;
            }
            var start = stretch.Start;
            for (var i = next; i < gone.Count && gone[i].Start < stretch.End; i++)
            {
                if (start < gone[i].Start)
                {
                    left.Add(new(start, gone[i].Start));
                }
                start = Instant.Max(start, gone[i].End);
            }
            if (start < stretch.End)
            {
                left.Add(new(start, stretch.End));
            }
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
}
