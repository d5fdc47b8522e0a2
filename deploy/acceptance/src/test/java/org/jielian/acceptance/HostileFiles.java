package org.jielian.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that can't be read as a whole, by accident or on purpose. */
final class HostileFiles {
    private static final int MEGABYTE = 1 << 20;

    /** A header and then one line that does not end. */
    static InputStream oneLineOf(int megabytes) {
        byte[] some = "9".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        InputStream endless = new InputStream() {
            private long left = (long) megabytes * MEGABYTE;

            @Override
            public int read() {
                return left-- > 0 ? '9' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                if (left <= 0) return -1;
                int count = (int) Math.min(Math.min(length, some.length), left);
                System.arraycopy(some, 0, buffer, offset, count);
                left -= count;
                return count;
            }
        };
        byte[] header = (Sample.REPORTS_HEADER + "\n").getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(new ByteArrayInputStream(header), endless);
    }

    /** A workbook of less than a megabyte that unpacks to this many. */
    static byte[] bombOf(int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            entry(zip, "[Content_Types].xml", "<Types/>");
            entry(zip, "xl/workbook.xml", "<workbook/>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] nothing = new byte[MEGABYTE];
            for (int i = 0; i < megabytes; i++) zip.write(nothing);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A file of institutions with Chinese names, encoded as old spreadsheets do. */
    static byte[] units(Charset charset) {
        return """
                unit_code,name,type,region_code,floor_area_m2,headcount,has_canteen,heating
                11330000TX64CNT09A,浙江省人民政府办公厅,AGENCY,330000,4134.45,111,false,ELECTRIC
                """.getBytes(charset);
    }

    private HostileFiles() {}
}
