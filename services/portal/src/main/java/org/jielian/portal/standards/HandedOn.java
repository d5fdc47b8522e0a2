package org.jielian.portal.standards;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A file of a package or of results, handed on as the service made it. */
final class HandedOn {
    static Response of(Response from) {
        return Response.ok(from.readEntity(byte[].class), from.getMediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, from.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                .build();
    }

    private HandedOn() {}
}
