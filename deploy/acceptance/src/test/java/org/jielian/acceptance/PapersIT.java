package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jielian.local.Service;
import org.jielian.local.SystemClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every paper the portal prints, opened by LibreOffice: what stands in it is what the services say. */
@OnRunningSystem
class PapersIT {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    /** Long enough ago for a task to climb to its criticism, and for a notice to end, until today. */
    private static final int DAYS_BACK = 75;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Path FOLDER = Path.of("target/papers");

    private final Jielian jielian;
    private final SystemClock clock;
    private LibreOffice office;

    PapersIT(Jielian jielian) {
        this.jielian = jielian;
        this.clock = jielian.system().clock();
    }

    @BeforeEach
    void office() {
        office = LibreOffice.onThisMachine().orElse(null);
        assumeTrue(office != null, "there is no LibreOffice on this machine that could open the papers");
    }

    /** What the paper says, without the spaces lines were broken at; kept as PDF for whoever wants to look at it. */
    private String paper(String person, String address, String name) throws Exception {
        Answer docx = jielian.visitor(person).get(address + ".docx").ok();
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve(name + ".pdf"), office.printed(docx.body()));
        String text = office.read(docx.body()).replaceAll("[\\s\u3000]+", "");
        assertThat(text).as(name).doesNotContain("{{").doesNotContain("null");
        return text;
    }

    private static String spaceless(String text) {
        return text.replaceAll("[\\s\u3000]+", "");
    }

    private static String spaceless(JsonNode text) {
        return spaceless(text.asText());
    }

    private String task() {
        return jielian.as("331100")
                .post(
                        Service.SUPERVISION,
                        "/api/tasks",
                        "{\"target\": \"331102\", \"title\": \"食堂浪费\", \"detail\": \"群众反映剩饭较多\"}")
                .ok()
                .json()
                .at("/task/id")
                .asText();
    }

    private JsonNode task(String id) {
        return jielian.as(PROVINCE)
                .get(Service.SUPERVISION, "/api/tasks/" + id)
                .ok()
                .json();
    }

    @AfterEach
    void trueTime() {
        clock.goBackToTheTrueTime();
    }

    @Test
    void tellATaskAndItsPublicCriticism() throws Exception {
        clock.goTo(clock.today().minusDays(DAYS_BACK));
        String id = task();
        JsonNode open = task(id);
        assertThat(paper("331102", "/tasks/" + id + "/notice", "task-notice"))
                .contains("督办通知")
                .contains(spaceless(open.path("targetName")) + "：")
                .contains(spaceless(open.path("issuerName")))
                .contains("食堂浪费（人工督办）", "群众反映剩饭较多")
                .contains("请于" + LocalDate.parse(open.at("/task/due").asText()).format(DAY) + "前")
                .contains(id);
        assertThat(jielian.visitor("331102")
                        .get("/tasks/" + id + "/criticism.docx")
                        .status())
                .as("nothing is criticised before its day")
                .isEqualTo(404);

        LocalDate due = LocalDate.parse(open.at("/task/due").asText());
        climbs(id);
        JsonNode criticised = task(id);
        JsonNode record = criticised.at("/records/0");
        assertThat(paper(PROVINCE, "/tasks/" + id + "/criticism", "criticism"))
                .contains("通报", spaceless(criticised.path("targetName")) + "对下列督办事项逾期未办结")
                .contains("食堂浪费（人工督办）", "答复期限为" + due.format(DAY))
                .contains("已逾期" + ChronoUnit.DAYS.between(due, clock.today()) + "天")
                .contains(spaceless(record.path("byRegionName")) + clock.today().format(DAY));
        jielian.as("331100").post(Service.SUPERVISION, "/api/tasks/" + id + "/withdrawal", "{\"reason\": \"测试结束\"}");
    }

    /** Day by day that its rungs have, up to the criticism. */
    private void climbs(String id) {
        String rung = "NONE";
        while (!rung.equals("CRITICISED")) {
            String before = rung;
            clock.goTo(LocalDate.parse(task(id).path("climbsOn").asText()));
            await("the task to climb from " + before).atMost(PATIENCE).until(() -> !rung(id).equals(before));
            rung = rung(id);
        }
    }

    private String rung(String id) {
        return task(id).at("/task/rung").asText();
    }

    @Test
    void tellThePublicNoticeAndTheCertificate() throws Exception {
        clock.goTo(clock.today().minusDays(DAYS_BACK));
        var applications = new Applications(jielian, 2025);
        Applications.Agency agency = applications.agency();
        String id = applications.published(agency.unit());
        JsonNode notice = applications.look(PROVINCE, id);
        String basis = "标准：" + notice.path("release").asText() + "系数：定额口径";
        String sheet = "/province/" + PROVINCE + "/titles/" + id;
        String all = paper(PROVINCE, "/province/" + PROVINCE + "/titles/public-notice", "public-notice-list");
        assertThat(all).contains(spaceless(agency.name()));
        assertThat(paper(PROVINCE, sheet + "/public-notice", "public-notice"))
                .contains("拟认定下列1家机关", spaceless(agency.name()))
                .contains(notice.path("noticeFrom").asText()
                        + notice.path("noticeUntil").asText())
                .contains(basis);
        byte[] anybody = Visitor.notSignedIn(jielian.system())
                .get("/public/notices.docx")
                .ok()
                .body();
        assertThat(spaceless(office.read(anybody))).contains(spaceless(agency.name()));

        clock.goTo(LocalDate.parse(notice.path("noticeUntil").asText()).plusDays(1));
        await("the title to be given")
                .atMost(PATIENCE)
                .until(() ->
                        applications.look(PROVINCE, id).path("state").asText().equals("RECOGNISED"));
        JsonNode title = applications.look(PROVINCE, id);
        assertThat(paper(agency.unit(), "/unit/" + agency.unit() + "/titles/" + id + "/certificate", "certificate"))
                .contains(
                        spaceless(agency.name()),
                        title.path("number").asText(),
                        title.path("checkCode").asText())
                .contains(rounded(title.at("/total/score").decimalValue()))
                .contains(clock.today().format(DAY))
                .contains(basis);
    }

    @Test
    void tellWhatIsToBeRectified() throws Exception {
        String county = jielian.sample().counties().get(30).code();
        InspectedUnits units = new InspectedUnits(jielian, clock.today());
        String id = units.served(county);
        JsonNode notice = jielian.as(county)
                .get(Service.SUPERVISION, "/api/rectifications/" + id)
                .ok()
                .json();
        JsonNode problem = notice.at("/problems/0/problem");
        assertThat(paper(county, "/rectifications/" + id + "/notice", "rectification-notice"))
                .contains("整改通知书", spaceless(notice.path("number")), spaceless(notice.path("unitName")))
                .contains(spaceless(problem.path("found")), spaceless(problem.path("clause")), "办公室主任")
                .contains(LocalDate.parse(problem.path("deadline").asText()).format(DAY));
    }

    @Test
    void tellTheMonthOfARegion() throws Exception {
        String month = "2025-03";
        JsonNode rollup = jielian.rollup(PROVINCE, month);
        BigDecimal tonnes = rollup.path("energyKgce").decimalValue().movePointLeft(3);
        assertThat(paper(PROVINCE, "/province/" + PROVINCE + "/closings/" + month + "/report", "monthly-report"))
                .contains("浙江省公共机构能源资源消费月报", "2025年3月")
                .contains(String.format("%,d", rollup.at("/units/expected").asLong()))
                .contains(String.format("%,d", rollup.at("/units/reported").asLong()))
                .contains(rounded(tonnes), rounded(rollup.path("perCapita").decimalValue()))
                .contains("系数：统计口径", "（" + PROVINCE + "/JNJG/");
    }

    @Test
    void arePrintedAsPdfByThePortalItself() throws IOException {
        String id = task();
        Answer pdf =
                jielian.visitor("331102").get("/tasks/" + id + "/notice.pdf").ok();
        assertThat(pdf.body()).startsWith('%', 'P', 'D', 'F');
        jielian.as("331100")
                .post(Service.SUPERVISION, "/api/tasks/" + id + "/withdrawal", "{\"reason\": \"测试结束\"}")
                .ok();
    }

    private static String rounded(BigDecimal value) {
        return String.format("%,.2f", value.setScale(2, RoundingMode.HALF_UP));
    }
}
