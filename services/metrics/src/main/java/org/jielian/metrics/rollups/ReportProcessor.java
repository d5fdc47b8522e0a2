package org.jielian.metrics.rollups;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jielian.contracts.ReportState;

/** A report contributes to the cell of the region that administers its unit. */
final class ReportProcessor implements Processor<String, ReportState, String, Contribution> {
    static final String WORDS = "report-words";
    private LastWords words;

    @Override
    public void init(ProcessorContext<String, Contribution> context) {
        words = new LastWords(WORDS, context);
    }

    @Override
    public void process(Record<String, ReportState> report) {
        Word before = words.of(report.key());
        Word now = Word.of(report.value());
        if (now.version() > before.version()) words.say(report.key(), before, now, report);
    }
}
