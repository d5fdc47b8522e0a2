package org.jielian.supervision.standards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.tabular.TableFormat;
import org.jielian.foundation.tabular.XlsxTable;

/** Packages as files: JSON, or a workbook with a sheet for each part. What was written reads as an equal package. */
@Singleton
public class PackageFiles {
    /** A standard has some hundred lines; anything far beyond is not one. */
    private static final long LARGEST = 8L << 20;

    @Inject
    ObjectMapper json;

    /**
     * The package in a file, whose first bytes decide what it is.
     *
     * @throws org.jielian.foundation.problems.ProblemException INVALID_PACKAGE with sheet, row and column of everything unreadable
     */
    public StandardPackage read(InputStream file) {
        try {
            Path spool = Files.createTempFile("standard", ".part");
            try {
                Files.copy(new Limited(file), spool, StandardCopyOption.REPLACE_EXISTING);
                return read(spool);
            } finally {
                Files.deleteIfExists(spool);
            }
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, Response.Status.BAD_REQUEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StandardPackage read(Path file) throws IOException {
        if (Files.size(file) == 0) throw CommonProblem.UNREADABLE_FILE.because("文件是空的", "the file is empty");
        if (TableFormat.of(file) == TableFormat.XLSX) return PackageWorkbook.read(file);
        StandardPackage content = json.readValue(file.toFile(), StandardPackage.class);
        if (content == null) throw CommonProblem.UNREADABLE_FILE.because("文件是空的", "the file is empty");
        return content;
    }

    /** A download. */
    public Response answer(StandardPackage content, String name, String format) {
        return switch (format) {
            case "json" -> download(content, MediaType.APPLICATION_JSON_TYPE, name + ".json");
            case "xlsx" -> {
                StreamingOutput workbook = out -> PackageWorkbook.write(content, out);
                yield download(workbook, MediaType.valueOf(XlsxTable.MEDIA_TYPE), name + ".xlsx");
            }
            default -> throw CommonProblem.INVALID.because("格式应为 json 或 xlsx", "the format is json or xlsx");
        };
    }

    private static Response download(Object entity, MediaType type, String file) {
        return Response.ok(entity, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }

    /** Stops at the limit instead of filling the disk. */
    private static final class Limited extends java.io.FilterInputStream {
        private long left = LARGEST;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) count(1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(int n) {
            left -= n;
            if (left < 0) throw CommonProblem.TOO_LARGE.because("标准文件过大", "the file is too large for a standard");
        }
    }
}
