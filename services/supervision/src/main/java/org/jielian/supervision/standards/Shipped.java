package org.jielian.supervision.standards;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jielian.contracts.ReleaseState.Transition;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Name;

/** The standard that comes with the software, to be drafted from. */
@Singleton
public class Shipped {
    private static final String FILE = "/standards/JNJG.json";

    @Inject
    ObjectMapper json;

    /** A shipped standard as it stands in its file. */
    public record Standard(String standardCode, Name name, String legalBasis, StandardPackage content) {
        DraftBody draft() {
            return new DraftBody(name, legalBasis, null, null, null, Transition.NEW_PERIODS_ONLY, content);
        }
    }

    public Standard standard() {
        try (InputStream file = Shipped.class.getResourceAsStream(FILE)) {
            return json.readValue(file, Standard.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped standard can't be read", e);
        }
    }
}
