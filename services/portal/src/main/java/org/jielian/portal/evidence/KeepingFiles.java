package org.jielian.portal.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Hands files of a form to the evidence store, for forms that refer to them. */
@ApplicationScoped
public class KeepingFiles {
    @RestClient
    EvidenceClient evidence;

    /**
     * Keeps the files about a node; a field in which none was chosen keeps nothing.
     *
     * @param files {@code null} where the form has no such field
     * @return their ids, in the order given
     * @throws org.jielian.portal.clients.UpstreamProblem why a file was refused; those before it are kept, and nothing refers to them
     */
    public List<String> keep(String node, List<FileUpload> files) {
        List<String> kept = new ArrayList<>();
        for (FileUpload file : files == null ? List.<FileUpload>of() : files) {
            if (file.size() > 0) kept.add(keep(node, file));
        }
        return kept;
    }

    private String keep(String node, FileUpload file) {
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return evidence.add(node, file.fileName(), content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(file.fileName() + " can't be read", e);
        }
    }
}
