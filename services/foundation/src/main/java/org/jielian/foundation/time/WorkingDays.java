package org.jielian.foundation.time;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * On which days offices in China work: weekdays, less the holidays and with the make-up days that the State Council's General Office
 * announces for each year. A year without a notice goes by the weekday alone, see {@link #noticeOf}.
 */
@Singleton
public class WorkingDays {
    private static final String FILE = "/calendar/working-days.csv";

    @Inject
    @ConfigProperty(name = "working-days.file")
    Optional<Path> more = Optional.empty();

    /** By day: whether people work although, or do not work because, a notice says so. */
    private final Map<LocalDate, Boolean> special = new HashMap<>();

    private final Map<Integer, String> notices = new TreeMap<>();

    /** Reads the notices known at release, and those of later years from the file an installation names. */
    @PostConstruct
    void read() {
        try (InputStream known = WorkingDays.class.getResourceAsStream(FILE)) {
            read(new String(known.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
            if (more.isPresent()) read(Files.readAllLines(more.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("the notices of holidays can't be read", e);
        }
    }

    /** Those known at release, outside of a container. */
    public static WorkingDays known() {
        WorkingDays days = new WorkingDays();
        days.read();
        return days;
    }

    private void read(List<String> lines) {
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#") || line.startsWith("year,")) continue;
            String[] cells = line.split(",", -1);
            if (cells.length != 4) throw new IllegalArgumentException("not a year's notice of holidays: " + line);
            notices.put(Integer.valueOf(cells[0]), cells[1]);
            mark(cells[2], false);
            mark(cells[3], true);
        }
    }

    private void mark(String days, boolean working) {
        Arrays.stream(days.split(" ")).filter(d -> !d.isBlank()).forEach(range -> {
            String[] ends = range.split("/");
            LocalDate first = LocalDate.parse(ends[0]);
            LocalDate last = LocalDate.parse(ends[ends.length - 1]);
            first.datesUntil(last.plusDays(1)).forEach(day -> special.put(day, working));
        });
    }

    public boolean isWorking(LocalDate day) {
        Boolean said = special.get(day);
        if (said != null) return said;
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** That day, or the first one after it on which people work. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate working = day;
        while (!isWorking(working)) working = working.plusDays(1);
        return working;
    }

    /** So many working days later; for none, the day itself. */
    public LocalDate plus(LocalDate day, int workingDays) {
        LocalDate later = day;
        for (int i = 0; i < workingDays; i++) later = onOrAfter(later.plusDays(1));
        return later;
    }

    /** Number of the notice of a year's holidays; empty while there is none and its days go by the weekday alone. */
    public Optional<String> noticeOf(int year) {
        return Optional.ofNullable(notices.get(year));
    }
}
