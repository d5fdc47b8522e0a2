package org.jielian.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Supplier;
import org.jielian.local.Web.Answer;

/** Releases the standard that comes with the software for the sample's province, as its people would, unless it has one. */
final class SampleStandard {
    private static final String CODE = "JNJG";
    /** The reports of the sample are of 2025. */
    private static final String FIRST_DAY = "2025-01-01";

    private static final String JSON = "application/json";

    private final Ports ports;
    private final String province;
    private final Supplier<String> token;

    SampleStandard(Ports ports, String province, Supplier<String> token) {
        this.ports = ports;
        this.province = province;
        this.token = token;
    }

    /** Whether the service has learnt of the province yet. */
    boolean canBeReleased() {
        return releases().status() != 404;
    }

    /** In force since the sample's year began and inherited at once by every tier, so that the year has results. */
    void release() {
        if (releases().orRefuse("The province's standards").body().path("total").asInt() > 0) return;
        JsonNode shipped = Web.get(address("/api/standards/shipped"), token.get())
                .orRefuse("The shipped standard")
                .body();
        ObjectNode beginning = JsonNodeFactory.instance.objectNode().put("standardCode", CODE);
        beginning
                .putObject("body")
                .put("legalBasis", shipped.path("legalBasis").asText())
                .put("effectiveFrom", FIRST_DAY)
                .<ObjectNode>set("name", shipped.path("name"))
                .set("content", shipped.path("content"));
        String draft = post("/api/standards/" + province + "/drafts", beginning.toString())
                .body()
                .path("id")
                .asText();
        post("/api/standards/drafts/" + draft + "/release", "");
    }

    private Answer releases() {
        return Web.get(address("/api/releases?region=" + province + "&standard=" + CODE), token.get());
    }

    private Answer post(String path, String body) {
        return Web.post(address(path), token.get(), JSON, BodyPublishers.ofString(body))
                .orRefuse("Releasing the sample's standard");
    }

    private URI address(String path) {
        return Services.url(ports, Service.SUPERVISION).resolve(path);
    }
}
