package org.jielian.portal.papers;

import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.portal.tables.Table;

/**
 * What is to be printed.
 *
 * @param template name of the template, without its ending
 * @param name of the file, without its ending
 * @param content by the names of the template's tags
 */
public record Paper(String template, String name, Map<String, Object> content) {
    public static Maker of(String template, String name) {
        return new Maker(template, name);
    }

    /** Puts a paper together. */
    public static final class Maker {
        private final String template;
        private final String name;
        private final Map<String, Object> content = new LinkedHashMap<>();

        private Maker(String template, String name) {
            this.template = template;
            this.name = name;
        }

        /** A line or a paragraph; {@code null} leaves the place empty. */
        public Maker text(String tag, String text) {
            content.put(tag, text == null ? "" : text);
            return this;
        }

        /** A table, printed with all its rows. */
        public Maker table(String tag, Table table) {
            content.put(tag, PrintedTable.of(table));
            return this;
        }

        /** A list, to be printed once for each of its entries by a block of the template. */
        public Maker each(String tag, List<Map<String, String>> entries) {
            content.put(tag, entries);
            return this;
        }

        /** A picture, as PNG. */
        public Maker picture(String tag, byte[] png, int pixels) {
            content.put(
                    tag,
                    Pictures.ofBytes(png, PictureType.PNG).size(pixels, pixels).create());
            return this;
        }

        public Paper make() {
            return new Paper(template, name, content);
        }
    }
}
