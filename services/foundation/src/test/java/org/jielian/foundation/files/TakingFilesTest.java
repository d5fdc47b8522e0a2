package org.jielian.foundation.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jielian.foundation.problems.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TakingFilesTest {
    private static final Set<FileKind> ALL = EnumSet.allOf(FileKind.class);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private TakingFiles taking;

    @BeforeEach
    void set() {
        taking = new TakingFiles(FileFixture.config(folder, null));
    }

    @AfterEach
    void leavesNothing() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private TakenFile take(byte[] content, String name) throws IOException {
        return taking.take(new ByteArrayInputStream(content), name, 20 * MEGABYTE, ALL);
    }

    private void refuses(byte[] content, String name, FileProblem why) {
        assertThatThrownBy(() -> take(content, name).close())
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(why));
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, 255044462d312e370a25e2e3cfd30a",
        "JPEG, ffd8ffe000104a46494600010100",
        "PNG, 89504e470d0a1a0a0000000d49484452",
        "WEBP, 524946461a000000574542505650384c"
    })
    void knowsAFileByHowItBegins(FileKind kind, String beginning) throws IOException {
        try (TakenFile file = take(HexFormat.of().parseHex(beginning), "x.exe")) {
            assertThat(file.kind()).isEqualTo(kind);
            assertThat(file.size()).isEqualTo(beginning.length() / 2);
        }
    }

    @Test
    void keepsTheHashOfWhatArrived() throws IOException {
        try (TakenFile file = take("%PDF-1.7 x".getBytes(UTF_8), "a.pdf")) {
            // printf '%%PDF-1.7 x' | sha256sum
            assertThat(file.sha256()).isEqualTo(HASH);
        }
    }

    private static final String HASH = "ec2792f52c4416be86b9c3d9f4ce1122e68027a8549c54be5040c913d671aa02";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "<!doctype html><body onload=alert(1)>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "GIF89a=1;alert(1)",
                "MZ\u0090 this program",
                "#!/bin/sh\nrm -rf /",
                "just words"
            })
    void refusesWhatIsNoneOfTheKindsHoweverItIsCalled(String content) {
        refuses(content.getBytes(UTF_8), "photo.jpg", FileProblem.UNKNOWN_KIND);
    }

    @Test
    void refusesAZipThatIsNoOfficeFile() throws IOException {
        refuses(FileFixture.zip(Map.of("a.txt", "a")), "a.xlsx", FileProblem.UNKNOWN_KIND);
    }

    @Test
    void takesAPlainWorkbook() throws IOException {
        try (TakenFile file = take(FileFixture.workbook(Map.of("xl/styles.xml", "<s/>")), "a.xlsx")) {
            assertThat(file.kind()).isEqualTo(FileKind.XLSX);
        }
    }

    @Test
    void refusesMacrosWhereverTheyHide() throws IOException {
        refuses(FileFixture.workbook(Map.of("xl/vbaProject.bin", "x")), "a.xlsx", FileProblem.UNSAFE_FILE);
        refuses(FileFixture.workbook(Map.of("xl/VBAPROJECT.BIN", "x")), "a.xlsx", FileProblem.UNSAFE_FILE);
        refuses(FileFixture.workbook(Map.of("xl/macrosheets/sheet1.xml", "<x/>")), "a.xlsx", FileProblem.UNSAFE_FILE);
        refuses(FileFixture.workbook(Map.of("word/embeddings/o.bin", "x")), "a.docx", FileProblem.UNSAFE_FILE);
        String types = FileFixture.types("application/vnd.ms-excel.sheet.macroEnabled.main+xml");
        refuses(FileFixture.workbook(Map.of("[Content_Types].xml", types)), "a.xlsx", FileProblem.UNSAFE_FILE);
        String relations = "<Relationships><Relationship Id='1' Target='harmless.dat'"
                + " Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject'/></Relationships>";
        refuses(
                FileFixture.workbook(Map.of("xl/_rels/workbook.xml.rels", relations)),
                "a.xlsx",
                FileProblem.UNSAFE_FILE);
        String template = "<Relationships><Relationship Id='1' TargetMode='External' Target='http://example.org/x.dotm'"
                + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'/></Relationships>";
        refuses(
                FileFixture.workbook(Map.of("word/_rels/settings.xml.rels", template)),
                "a.docx",
                FileProblem.UNSAFE_FILE);
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() throws IOException {
        refuses(FileFixture.bomb(600), "a.xlsx", FileProblem.FILE_TOO_LARGE);
    }

    @Test
    void refusesADamagedWorkbookAndAnEmptyFile() throws IOException {
        byte[] whole = FileFixture.workbook(Map.of());
        refuses(java.util.Arrays.copyOf(whole, whole.length - 30), "a.xlsx", FileProblem.DAMAGED_FILE);
        refuses(new byte[0], "a.pdf", FileProblem.EMPTY_FILE);
    }

    @Test
    void cutsAStreamOffSoonAfterTheLimit() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };
        assertThatThrownBy(() -> taking.take(endless, "a.pdf", MEGABYTE, ALL))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(FileProblem.FILE_TOO_LARGE));
        assertThat(read.get()).isLessThan(2 * MEGABYTE);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\张三\\电费 6月.pdf, 电费 6月.pdf",
        "/a/b/, pdf",
        ".., pdf",
        "a\u202Efdp.exe, afdp.exe",
        "x<script>.pdf, xscript.pdf"
    })
    void takesANameForShowingOnly(String sent, String shown) throws IOException {
        try (TakenFile file = take("%PDF-1.7".getBytes(UTF_8), sent)) {
            assertThat(file.name()).isEqualTo(shown);
            assertThat(file.content().getParent()).isEqualTo(folder.toAbsolutePath());
        }
    }
}
