package org.jielian.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The LibreOffice of this machine, without a screen: what it makes of a workbook or a paper is what people see. */
final class LibreOffice {
    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    private static final int PATIENCE_SECONDS = 240;

    private final Path program;

    private LibreOffice(Path program) {
        this.program = program;
    }

    /** Empty where there is none. */
    static Optional<LibreOffice> onThisMachine() {
        return Stream.of("/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .map(LibreOffice::new);
    }

    /**
     * A cell as LibreOffice shows it.
     *
     * @param fill background colour; {@code null} for none
     * @param comment what is pinned to it; {@code null} for nothing
     * @param type as LibreOffice understands it: float, string, boolean ...
     */
    record Cell(String text, String fill, String comment, String type) {}

    /** The first sheet of a workbook: row by row, from the top left. */
    List<List<Cell>> open(byte[] workbook) throws Exception {
        return rows(converted(workbook, "book.xlsx", "fods"));
    }

    /** All that stands in a document, head and foot of its pages included. */
    String read(byte[] document) throws Exception {
        return parsed(converted(document, "paper.docx", "fodt"))
                .getDocumentElement()
                .getTextContent();
    }

    /** The document as it is printed. */
    byte[] printed(byte[] document) throws Exception {
        return Files.readAllBytes(converted(document, "paper.docx", "pdf"));
    }

    private Path converted(byte[] content, String name, String format) throws Exception {
        Path folder = Files.createTempDirectory("libreoffice");
        Path file = Files.write(folder.resolve(name), content);
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        format,
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("LibreOffice did not come to an end");
        }
        Path opened = folder.resolve(name.substring(0, name.indexOf('.') + 1) + format);
        if (!Files.exists(opened)) throw new IOException(Files.readString(folder.resolve("log")));
        return opened;
    }

    private static Document parsed(Path opened) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(opened.toFile());
    }

    private static List<List<Cell>> rows(Path opened) throws Exception {
        Document document = parsed(opened);
        TreeMap<String, String> fills = fills(document);
        Element sheet =
                (Element) document.getElementsByTagNameNS(TABLE, "table").item(0);
        List<List<Cell>> rows = new ArrayList<>();
        var elements = sheet.getElementsByTagNameNS(TABLE, "table-row");
        for (int i = 0; i < elements.getLength(); i++) {
            Element row = (Element) elements.item(i);
            List<Cell> cells = cells(row, fills);
            boolean last = i == elements.getLength() - 1;
            for (int r = repeated(row, "number-rows-repeated"); r > 0 && !(last && cells.isEmpty()); r--)
                rows.add(cells);
        }
        return rows;
    }

    private static List<Cell> cells(Element row, TreeMap<String, String> fills) {
        List<Cell> cells = new ArrayList<>();
        for (Node n = row.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (!(n instanceof Element cell) || !cell.getLocalName().endsWith("table-cell")) continue;
            int times = repeated(cell, "number-columns-repeated");
            Cell read = cell(cell, fills);
            boolean filler = read.text().isEmpty() && read.comment() == null && times > 50;
            for (int t = 0; t < times && !filler; t++) cells.add(read);
        }
        return cells;
    }

    private static Cell cell(Element cell, TreeMap<String, String> fills) {
        StringBuilder text = new StringBuilder();
        String comment = null;
        for (Node n = cell.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (!(n instanceof Element part)) continue;
            if (part.getLocalName().equals("annotation"))
                comment = part.getTextContent().strip();
            else if (part.getLocalName().equals("p")) text.append(part.getTextContent());
        }
        return new Cell(
                text.toString(),
                fills.get(cell.getAttributeNS(TABLE, "style-name")),
                comment,
                cell.getAttributeNS(OFFICE, "value-type"));
    }

    /** Background colours by name of the style. */
    private static TreeMap<String, String> fills(Document document) {
        TreeMap<String, String> fills = new TreeMap<>();
        var styles = document.getElementsByTagNameNS(STYLE, "style");
        for (int i = 0; i < styles.getLength(); i++) {
            Element style = (Element) styles.item(i);
            var properties = style.getElementsByTagNameNS(STYLE, "table-cell-properties");
            if (properties.getLength() == 0) continue;
            String colour = ((Element) properties.item(0)).getAttributeNS(FO, "background-color");
            if (!colour.isEmpty() && !colour.equals("transparent"))
                fills.put(style.getAttributeNS(STYLE, "name"), colour);
        }
        return fills;
    }

    private static int repeated(Element element, String attribute) {
        String times = element.getAttributeNS(TABLE, attribute);
        return times.isEmpty() ? 1 : Integer.parseInt(times);
    }
}
