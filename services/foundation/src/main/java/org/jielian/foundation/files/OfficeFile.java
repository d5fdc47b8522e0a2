package org.jielian.foundation.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks into a zip: is it a document or workbook of Office, and one in which nothing can be run. Parts are judged by their name, by the type
 * the file gives them and by what relates to them, since each alone can be made to lie.
 */
final class OfficeFile {
    private static final long MAX_UNPACKED = 512L << 20;
    /** Lists of types and relations are small; they alone are read into memory. */
    private static final int MAX_LIST = 4 << 20;

    private static final int MAX_ENTRIES = 5000;
    private static final List<String> RUNNABLE =
            List.of("vba", "macro", "activex", "oleobject", "attachedtemplate", "/embeddings/", ".exe", ".js", ".bat");

    private long unpacked;

    static Optional<FileKind> inspect(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Optional<FileKind> kind = kind(zip);
            if (kind.isPresent()) new OfficeFile().inspect(zip);
            return kind;
        } catch (ZipException e) {
            throw damaged();
        }
    }

    private static Optional<FileKind> kind(ZipFile zip) {
        if (zip.getEntry("[Content_Types].xml") == null) return Optional.empty();
        if (zip.getEntry("xl/workbook.xml") != null) return Optional.of(FileKind.XLSX);
        if (zip.getEntry("word/document.xml") != null) return Optional.of(FileKind.DOCX);
        return Optional.empty();
    }

    private void inspect(ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) throw tooMuch();
        var entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            String name = "/" + entry.getName().replace('\\', '/');
            refuseRunnable(name, name);
            boolean list = name.equals("/[Content_Types].xml") || name.endsWith(".rels");
            byte[] content = unpack(zip, entry, list);
            if (list) refuseRunnable(name, content);
        }
    }

    /** Counts what really comes out, since declared sizes may lie; gives back the content of lists only. */
    private byte[] unpack(ZipFile zip, ZipEntry entry, boolean list) throws IOException {
        var kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n; (n = in.read(buffer)) > 0; ) {
                unpacked += n;
                if (unpacked > MAX_UNPACKED) throw tooMuch();
                if (!list) continue;
                kept.write(buffer, 0, n);
                if (kept.size() > MAX_LIST) throw tooMuch();
            }
        }
        return kept.toByteArray();
    }

    private static void refuseRunnable(String part, byte[] list) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(list));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) continue;
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    String attribute = xml.getAttributeLocalName(i);
                    // a link in the text may lead anywhere; what it relates to as a part may not
                    if (attribute.equals("ContentType") || attribute.equals("Type")) {
                        refuseRunnable(part, xml.getAttributeValue(i));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    private static void refuseRunnable(String part, String named) {
        String name = named.toLowerCase(Locale.ROOT);
        if (RUNNABLE.stream().noneMatch(name::contains)) return;
        throw FileProblem.UNSAFE_FILE.because(
                "文件的 %s 部分含有宏、控件或嵌入的程序，请另存为不含宏的文件后再上传",
                "part %s of the file has macros, controls or embedded programs; save it without them and upload it again",
                part);
    }

    private static RuntimeException damaged() {
        return FileProblem.DAMAGED_FILE.because("Office 文件已损坏", "the Office file is damaged");
    }

    private static RuntimeException tooMuch() {
        return FileProblem.FILE_TOO_LARGE.because("Office 文件解压后过大", "the Office file is too large once unpacked");
    }
}
