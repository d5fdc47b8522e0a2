package org.jielian.metrics.reports;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.ReportState.CountsIn;
import org.jielian.contracts.ReportState.Status;
import org.jielian.metrics.validation.Finding;

/**
 * One unit's consumption for one month, as it stands after its last revision: submitted, corrected, sent back, accepted, withdrawn. What it was
 * before stands in the audit trail.
 */
@Entity
@Table(name = "report")
@IdClass(Report.Key.class)
class Report extends PanacheEntityBase {
    /** Unit and month, which is all that identifies a report. */
    record Key(String unitCode, String period) implements Serializable {
        Key(String unitCode, YearMonth period) {
            this(unitCode, period.toString());
        }

        @Override
        public String toString() {
            return unitCode + "/" + period;
        }
    }

    @Id
    @Column(name = "unit_code")
    private String unitCode;

    @Id
    @Column(columnDefinition = "char(7)")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String period;

    private long version;

    @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.STRING)
    private Status status;

    @Column(name = "counts_in_region")
    private String countsInRegion;

    @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.STRING)
    @Column(name = "counts_in_type")
    private InstitutionType countsInType;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, BigDecimal> quantities;

    @JdbcTypeCode(SqlTypes.JSON)
    private Remarks remarks;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Finding> findings = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Return returned;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "import_job")
    private UUID importJob;

    private UUID undo;

    private BigDecimal headcount;

    @Column(name = "floor_area")
    private BigDecimal floorArea;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "unit_path")
    private String unitPath;

    @Column(name = "counted_path")
    private String countedPath;

    protected Report() {}

    Report(Key key, Figures figures, Whereabouts where, Instant now, String who) {
        this.unitCode = key.unitCode();
        this.period = key.period();
        this.status = Status.SUBMITTED;
        this.version = 1;
        this.submittedAt = now;
        write(figures, where, now, who);
    }

    /** New figures. An accepted or returned report goes back to submitted: what was judged was another figure. */
    void correct(Figures figures, Whereabouts where, Instant now, String who) {
        status = Status.SUBMITTED;
        version++;
        write(figures, where, now, who);
    }

    /** Keeps what the checks found in the figures it now has. */
    void found(List<Finding> found) {
        findings = List.copyOf(found);
    }

    /** Says which import made the present revision; {@code null} for none. */
    void broughtBy(UUID job) {
        importJob = job;
    }

    /** All of it that a revision replaces. */
    Snapshot snapshot() {
        return new Snapshot(
                status, quantities, headcount, floorArea, remarks, findings, returned, submittedAt, importJob);
    }

    /** Goes back to what it was before an import. */
    void goBackTo(Snapshot before, Instant now, String who) {
        undo = null;
        touched(now, who);
        status = before.status();
        quantities = before.quantities();
        headcount = before.headcount();
        floorArea = before.floorArea();
        remarks = before.remarks();
        findings = before.findings();
        returned = before.returned();
        submittedAt = before.submittedAt();
        importJob = before.importJob();
    }

    /** There was no such report before an import. */
    void goBackToNothing(Instant now, String who) {
        undo = null;
        touched(now, who);
        status = Status.WITHDRAWN;
    }

    /** Whether an undo is about to take it back. */
    boolean isBeingUndone() {
        return undo != null;
    }

    private void requireFree() {
        if (isBeingUndone()) {
            throw ReportProblem.BEING_UNDONE.because(
                    "%s 所在的导入正在撤销，请稍后再试", "the import that %s came with is being undone; try again later", key());
        }
    }

    /** Takes the report back; it counts nowhere until it is handed in again. */
    void withdraw(Instant now, String who) {
        if (status == Status.WITHDRAWN)
            throw ReportProblem.ALREADY_WITHDRAWN.because("%s 已撤回", "%s is withdrawn already", key());
        status = Status.WITHDRAWN;
        returned = null;
        touched(now, who);
    }

    /** The tier that administers the unit stands by the figures: they count in the reviewed layer too. */
    void accept(Instant now, String who) {
        if (status != Status.SUBMITTED) {
            throw ReportProblem.NOT_SUBMITTED.because(
                    "%s 的状态是 %s，只能审核通过已上报的", "%s is %s; only a submitted report can be accepted", key(), status);
        }
        status = Status.ACCEPTED;
        touched(now, who);
    }

    /** A tier above sends it back with what is to be corrected. It goes on counting in the live layer: it is what the unit says. */
    void sendBack(Return why) {
        if (status != Status.SUBMITTED && status != Status.ACCEPTED) {
            throw ReportProblem.NOT_RETURNABLE.because(
                    "%s 的状态是 %s，只能退回已上报或已审核的",
                    "%s is %s; only a submitted or accepted report can be sent back", key(), status);
        }
        status = Status.RETURNED;
        touched(why.at(), why.by());
        returned = why;
    }

    /** The unit, or a region above it, moved; {@code true} if the report now counts or is seen elsewhere. */
    boolean relocate(Whereabouts where) {
        boolean countsElsewhere = !Objects.equals(countsIn(), where.countsIn());
        boolean seenElsewhere =
                !Objects.equals(unitPath, where.unitPath()) || !Objects.equals(countedPath, where.countedPath());
        if (countsElsewhere) version++;
        if (countsElsewhere || seenElsewhere) place(where);
        return countsElsewhere;
    }

    private void write(Figures figures, Whereabouts where, Instant now, String who) {
        requireFree();
        quantities = figures.quantities();
        remarks = figures.remarks();
        returned = null;
        importJob = null;
        headcount = figures.headcount();
        floorArea = figures.floorArea();
        changedAt = now;
        changedBy = who;
        place(where);
    }

    private void place(Whereabouts where) {
        countsInRegion = where.countsIn() == null ? null : where.countsIn().regionCode();
        countsInType = where.countsIn() == null ? null : where.countsIn().type();
        unitPath = where.unitPath();
        countedPath = where.countedPath();
    }

    private void touched(Instant now, String who) {
        requireFree();
        version++;
        importJob = null;
        changedAt = now;
        changedBy = who;
    }

    Key key() {
        return new Key(unitCode, period);
    }

    YearMonth period() {
        return YearMonth.parse(period);
    }

    long version() {
        return version;
    }

    Status status() {
        return status;
    }

    String path() {
        return unitPath;
    }

    String changedBy() {
        return changedBy;
    }

    /** What the checks found in the present figures. */
    List<Finding> findings() {
        return findings;
    }

    /** Why it was sent back; {@code null} unless it is RETURNED. */
    Return returned() {
        return returned;
    }

    /** When it was first handed in, whatever was corrected since. */
    Instant submittedAt() {
        return submittedAt;
    }

    /** The import that made the present revision; {@code null} when a form or a call did. */
    UUID importJob() {
        return importJob;
    }

    Figures figures() {
        return new Figures(quantities, headcount, floorArea, remarks);
    }

    private CountsIn countsIn() {
        return countsInRegion == null ? null : new CountsIn(countsInRegion, countsInType);
    }

    /** The fact that is told. */
    ReportState state() {
        return new ReportState(
                unitCode,
                period(),
                version,
                status,
                countsIn(),
                quantities,
                headcount,
                floorArea,
                changedAt,
                submittedAt,
                refusal());
    }

    private ReportState.Refusal refusal() {
        return status == Status.RETURNED ? returned.refusalOf(remarks, findings) : null;
    }
}
