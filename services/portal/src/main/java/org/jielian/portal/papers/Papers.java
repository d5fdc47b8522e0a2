package org.jielian.portal.papers;

import com.deepoove.poi.XWPFTemplate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jielian.portal.clients.UpstreamProblem;

/** Prints papers, as docx always and as PDF where an office program is installed. */
@ApplicationScoped
public class Papers {
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String PDF = "application/pdf";

    /** Where an installation keeps templates of its own; those it does not have are taken from here. */
    @ConfigProperty(name = "papers.templates")
    Optional<Path> ownTemplates;

    @Inject
    Office office;

    /** Whether {@link #print} can print PDF here. */
    public boolean printsPdf() {
        return office.isThere();
    }

    /**
     * The answer that downloads a paper.
     *
     * @param ending {@code docx} or {@code pdf}
     * @throws UpstreamProblem 404 for PDF where nothing can print it
     */
    public Response print(Paper paper, String ending) {
        boolean pdf = "pdf".equals(ending);
        if (pdf && !printsPdf()) throw UpstreamProblem.of(404, paper.name() + ".pdf");
        byte[] docx = fill(paper);
        String name = URLEncoder.encode(paper.name() + "." + ending, StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(pdf ? office.toPdf(docx) : docx, pdf ? PDF : DOCX)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"jielian." + ending + "\"; filename*=UTF-8''" + name)
                .build();
    }

    private byte[] fill(Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream template = template(paper.template() + ".docx")) {
            XWPFTemplate.compile(template).render(paper.content()).writeAndClose(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the paper " + paper.template() + " can't be printed", e);
        }
        return out.toByteArray();
    }

    private InputStream template(String file) throws IOException {
        Optional<Path> own = ownTemplates.map(folder -> folder.resolve(file)).filter(Files::isRegularFile);
        if (own.isPresent()) return Files.newInputStream(own.get());
        InputStream ours = Papers.class.getResourceAsStream("/papers/" + file);
        if (ours == null) throw new IllegalArgumentException("there is no template " + file);
        return ours;
    }
}
