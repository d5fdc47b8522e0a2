package org.jielian.foundation.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Settings and small Office files of all sorts. */
final class FileFixture {
    static FilesConfig config(Path folder, URI s3) {
        return new FilesConfig() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public Path incoming() {
                return folder;
            }

            @Override
            public S3 s3() {
                return new Bucket(s3);
            }
        };
    }

    private record Bucket(URI server) implements FilesConfig.S3 {
        @Override
        public Optional<String> bucket() {
            return Optional.ofNullable(server).map(any -> "evidence");
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.ofNullable(server);
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("somebody");
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of("something");
        }

        @Override
        public boolean pathStyle() {
            return true;
        }
    }

    /** A workbook with these further parts. */
    static byte[] workbook(Map<String, String> further) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"));
        parts.put("xl/workbook.xml", "<workbook/>");
        parts.putAll(further);
        return zip(parts);
    }

    static String types(String contentType) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                + contentType + "\"/></Types>";
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A workbook of a megabyte or so that unpacks to this many. */
    static byte[] bomb(int megabytes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] nothing = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            for (int i = 0; i < megabytes; i++) zip.write(nothing);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private FileFixture() {}
}
