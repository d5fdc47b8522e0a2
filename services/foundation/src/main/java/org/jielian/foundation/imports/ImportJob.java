package org.jielian.foundation.imports;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableFormat;

/**
 * One imported file: begun, worked through chunk by chunk, then done or failed. A preview (dry run) writes nothing; the import that applies
 * it is a job of its own with the same file.
 */
@Entity
@Table(name = "import_job")
class ImportJob {
    @Id
    private UUID id;

    private String kind;
    private String format;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> columns = List.of();

    private UUID preview;
    private UUID application;
    private UUID undoes;

    @Column(name = "undone_by")
    private UUID undoneBy;

    private String reason;

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

    @Column(name = "findings_total")
    private long findingsTotal;

    @JdbcTypeCode(SqlTypes.JSON)
    private Text failure;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected ImportJob() {}

    ImportJob(String kind, Upload upload, boolean dryRun, Person.Identity person, String path, Instant now) {
        this.id = UUID.randomUUID();
        this.kind = kind;
        this.format = upload.format().name();
        this.name = upload.name();
        this.columns = upload.columns();
        this.totalRows = upload.rows();
        this.spool = upload.file().toString();
        this.dryRun = dryRun;
        this.who = person.name();
        this.node = person.node();
        this.roles = String.join(" ", person.roles());
        this.path = path;
        this.state = "RUNNING";
        this.startedAt = now;
    }

    /** The import of the file that was looked at; from then on the preview is spent. */
    ImportJob apply(Person.Identity person, String path, Instant now) {
        var upload = new Upload(Path.of(spool), name, format(), columns, totalRows);
        ImportJob taken = new ImportJob(kind, upload, false, person, path, now);
        taken.preview = id;
        application = taken.id;
        return taken;
    }

    /** The job that takes this import back; as many things as it added or changed. */
    ImportJob undo(Person.Identity person, String path, String reason, Instant now) {
        ImportJob undo = new ImportJob();
        undo.id = UUID.randomUUID();
        undo.kind = kind;
        undo.name = name;
        undo.totalRows = added + changed;
        undo.who = person.name();
        undo.node = person.node();
        undo.roles = String.join(" ", person.roles());
        undo.path = path;
        undo.state = "RUNNING";
        undo.startedAt = now;
        undo.undoes = id;
        undo.reason = reason;
        undoneBy = undo.id;
        return undo;
    }

    /** A job that failed works again, from where it stopped. */
    void goOn() {
        state = "RUNNING";
        failure = null;
        finishedAt = null;
    }

    /** So many things were taken back. */
    void tookBack(int things) {
        rowsDone += things;
        changed += things;
    }

    void counts(Tally tally, int rows) {
        rowsDone += rows;
        added += tally.count(Fate.ADDED);
        changed += tally.count(Fate.CHANGED);
        unchanged += tally.count(Fate.UNCHANGED);
        refused += tally.count(Fate.REFUSED);
        long refusing = tally.errors().stream()
                .filter(e -> e.severity() == RowError.Severity.HARD)
                .count();
        errorsTotal += refusing;
        findingsTotal += tally.errors().size() - refusing;
    }

    /** How many more rows of each kind are to be shown, when this many are at most. */
    Map<Fate, Long> room(int rowsShown) {
        Map<Fate, Long> room = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) room.put(fate, Math.max(0, rowsShown - count(fate)));
        return room;
    }

    long count(Fate fate) {
        return switch (fate) {
            case ADDED -> added;
            case CHANGED -> changed;
            case UNCHANGED -> unchanged;
            case REFUSED -> refused;
        };
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

    /** What the sender called the file; may be {@code null}. */
    String name() {
        return name;
    }

    /** Names in the file's header. */
    List<String> columns() {
        return columns;
    }

    /** The preview this import applies; {@code null} when it was not looked at before. */
    UUID preview() {
        return preview;
    }

    /** The import that applied this preview; {@code null} as long as there is none. */
    UUID application() {
        return application;
    }

    /** The import this job takes back; {@code null} when it brings a file. */
    UUID undoes() {
        return undoes;
    }

    /** The job that takes this import back; {@code null} as long as there is none. */
    UUID undoneBy() {
        return undoneBy;
    }

    /** Why it is undone; {@code null} for anything but an undo. */
    String reason() {
        return reason;
    }

    String who() {
        return who;
    }

    String node() {
        return node;
    }

    boolean dryRun() {
        return dryRun;
    }

    String spool() {
        return spool;
    }

    boolean hasFailed() {
        return "FAILED".equals(state);
    }

    boolean isDone() {
        return "DONE".equals(state);
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

    /** What rows were refused for. */
    long errorsTotal() {
        return errorsTotal;
    }

    /** What was found in rows that were taken all the same. */
    long findingsTotal() {
        return findingsTotal;
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
