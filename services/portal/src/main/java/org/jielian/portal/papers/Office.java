package org.jielian.portal.papers;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jodconverter.core.document.DefaultDocumentFormatRegistry;
import org.jodconverter.core.office.OfficeException;
import org.jodconverter.core.office.OfficeUtils;
import org.jodconverter.local.LocalConverter;
import org.jodconverter.local.office.LocalOfficeManager;
import org.jodconverter.local.office.LocalOfficeUtils;

/**
 * The office program that makes PDF of a document, started with the first paper. It lays the page out with the fonts of this machine,
 * which no library we could bring along would have.
 */
@ApplicationScoped
class Office {
    /** Where LibreOffice is installed; without it the usual places are looked at. */
    @ConfigProperty(name = "papers.office")
    Optional<Path> home;

    private LocalOfficeManager manager;

    boolean isThere() {
        return home().isPresent();
    }

    byte[] toPdf(byte[] docx) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            LocalConverter.make(started())
                    .convert(new ByteArrayInputStream(docx))
                    .as(DefaultDocumentFormatRegistry.DOCX)
                    .to(pdf)
                    .as(DefaultDocumentFormatRegistry.PDF)
                    .execute();
        } catch (OfficeException e) {
            throw new IllegalStateException("the office program could not print the paper", e);
        }
        return pdf.toByteArray();
    }

    private Optional<Path> home() {
        if (home.isPresent()) return home.filter(Files::isDirectory);
        try {
            return Optional.ofNullable(LocalOfficeUtils.getDefaultOfficeHome()).map(File::toPath);
        } catch (IllegalStateException none) {
            return Optional.empty();
        }
    }

    private synchronized LocalOfficeManager started() throws OfficeException {
        if (manager == null) {
            LocalOfficeManager fresh = LocalOfficeManager.builder()
                    .officeHome(home().orElseThrow().toFile())
                    .portNumbers(freePort())
                    .build();
            fresh.start();
            manager = fresh;
        }
        return manager;
    }

    /** Of its own: the usual one may belong to another portal, or to somebody who writes a letter. */
    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no free port", e);
        }
    }

    @PreDestroy
    void stop() {
        OfficeUtils.stopQuietly(manager);
    }
}
