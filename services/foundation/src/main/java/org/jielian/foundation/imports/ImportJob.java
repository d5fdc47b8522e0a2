package org.jielian.foundation.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableFormat;

/** One imported file: begun, worked through chunk by chunk, then done or failed. */
@Entity
@Table(name = "import_job")
class ImportJob {
    @Id
    private UUID id;

    private String kind;
    private String format;

    @Column(name = "dry_run")
    private boolean dryRun;

    private String who;
    private String node;
    private String roles;
    private String path;
    private String spool;
    private String state;

    @Column(name = "total_rows")
    private Long totalRows;

    @Column(name = "rows_done")
    private long rowsDone;

    private long added;
    private long changed;
    private long unchanged;
    private long refused;

    @Column(name = "errors_total")
    private long errorsTotal;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<RowError> errors = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    private Text failure;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected ImportJob() {}

    ImportJob(
            String kind,
            TableFormat format,
            boolean dryRun,
            Person.Identity person,
            String path,
            String spool,
            Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.format = format.name();
        this.dryRun = dryRun;
        this.who = person.name();
        this.node = person.node();
        this.roles = String.join(" ", person.roles());
        this.path = path;
        this.spool = spool;
        this.state = "RUNNING";
        this.startedAt = now;
    }

    void counts(Tally tally, int rows, int errorsKept) {
        rowsDone += rows;
        added += tally.countAdded();
        changed += tally.countChanged();
        unchanged += tally.countUnchanged();
        refused += tally.countRefused();
        errorsTotal += tally.errors().size();
        int room = Math.max(0, errorsKept - errors.size());
        if (room > 0 && !tally.errors().isEmpty()) {
            List<RowError> more = new ArrayList<>(errors);
            // some defects of a row show only when it is compared with others of its chunk
            tally.errors().stream()
                    .sorted(Comparator.comparingLong(RowError::line))
                    .limit(room)
                    .forEach(more::add);
            errors = more;
        }
    }

    void hasRows(long rows) {
        totalRows = rows;
    }

    void done(Instant now) {
        state = "DONE";
        finishedAt = now;
    }

    void failed(Text why, Instant now) {
        state = "FAILED";
        failure = why;
        finishedAt = now;
    }

    Person.Identity person() {
        return new Person.Identity(who, node, Set.of(roles.split(" ")));
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    TableFormat format() {
        return TableFormat.valueOf(format);
    }

    boolean dryRun() {
        return dryRun;
    }

    String spool() {
        return spool;
    }

    String state() {
        return state;
    }

    Long totalRows() {
        return totalRows;
    }

    long rowsDone() {
        return rowsDone;
    }

    long added() {
        return added;
    }

    long changed() {
        return changed;
    }

    long unchanged() {
        return unchanged;
    }

    long refused() {
        return refused;
    }

    long errorsTotal() {
        return errorsTotal;
    }

    List<RowError> errors() {
        return errors;
    }

    Text failure() {
        return failure;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }
}
