package org.jielian.metrics.closings;

import java.time.YearMonth;
import java.util.List;
import org.jielian.metrics.calendar.MonthView;
import org.jielian.metrics.rollups.Rollup;
import org.jielian.metrics.rollups.Rollup.Coverage;

/**
 * The months of a region's year and how far each is closed.
 *
 * @param open the months that no closing holds for: as long as there are any, the year has no closed figures
 * @param live the closed months added up, all submitted reports; {@code null} while any month is open
 * @param reviewed likewise, the accepted ones
 */
record YearView(
        String regionCode,
        String name,
        String tier,
        int year,
        List<Line> months,
        List<YearMonth> open,
        Rollup live,
        Rollup reviewed) {
    /**
     * One month.
     *
     * @param standing by when it is to be closed, and how that stands
     * @param closing the last one, whether it holds or was taken back; {@code null} when there was none
     * @param children how many regions stood directly below in that month
     * @param childrenClosed how many of them have closed it at present
     * @param reopenedBelow how many regions at any depth below have reopened it and not closed it again
     * @param now how far the reports have come
     */
    record Line(
            YearMonth period,
            MonthView standing,
            ClosingView closing,
            int children,
            int childrenClosed,
            int reopenedBelow,
            Coverage now) {}
}
