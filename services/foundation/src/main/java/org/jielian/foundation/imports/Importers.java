package org.jielian.foundation.imports;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The kinds of files this service takes. */
@Singleton
class Importers {
    @Inject
    @Any
    Instance<RowImporter> importers;

    RowImporter of(String kind) {
        return importers.stream()
                .filter(i -> i.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody imports " + kind));
    }
}
