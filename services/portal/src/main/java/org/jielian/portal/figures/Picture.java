package org.jielian.portal.figures;

import java.util.List;
import org.jielian.portal.tables.Table;

/**
 * What every region's home shows of its figures.
 *
 * @param stamp how fresh they are
 */
public record Picture(FilterForm form, String stamp, List<Kpi> kpis, Card trend, Card carriers, Card types) {
    /**
     * A chart with the table it is made of.
     *
     * @param chart as JSON
     * @param summary the chart in a sentence, for who can't see it
     * @param switches other measures it can show
     * @param table {@code null} when the page has it elsewhere
     */
    public record Card(
            String id,
            String title,
            String unit,
            String chart,
            boolean empty,
            String summary,
            List<FilterForm.Option> switches,
            Table table) {}
}
