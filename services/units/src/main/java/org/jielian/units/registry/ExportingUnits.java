package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.tabular.XlsxTable;

/** Writes the list of institutions as a workbook that the import takes again. */
@ApplicationScoped
class ExportingUnits {
    private static final List<String> HEADER = List.of(
            "unit_code",
            "name",
            "type",
            "region_code",
            "floor_area_m2",
            "headcount",
            "has_canteen",
            "heating",
            "since",
            "kind",
            "level");

    @Inject
    ListingUnits listing;

    /** A file with everything asked for, on all pages; whoever takes it deletes it. */
    @Transactional
    Path xlsx(UnitQuery query) {
        try {
            Path file = Files.createTempFile("units", ".xlsx");
            try (var out = Files.newOutputStream(file)) {
                XlsxTable.write(out, "units", HEADER, new Rows(query));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the workbook could not be written", e);
        }
    }

    /** All rows, a page at a time. */
    private class Rows implements Iterator<List<Object>> {
        private final UnitQuery query;
        private Page<UnitView> page;
        private Iterator<UnitView> rest;

        Rows(UnitQuery query) {
            this.query = query;
            turn(null);
        }

        private void turn(String cursor) {
            page = listing.page(query, cursor, Page.MAX_LIMIT);
            rest = page.items().iterator();
        }

        @Override
        public boolean hasNext() {
            if (!rest.hasNext() && page.next() != null) turn(page.next());
            return rest.hasNext();
        }

        @Override
        public List<Object> next() {
            if (!hasNext()) throw new NoSuchElementException();
            UnitView u = rest.next();
            return Arrays.asList(
                    u.code(),
                    u.name(),
                    u.type(),
                    u.regionCode(),
                    u.floorArea(),
                    u.headcount(),
                    Boolean.toString(u.hasCanteen()),
                    u.heating(),
                    u.since(),
                    u.kind(),
                    u.level());
        }
    }
}
