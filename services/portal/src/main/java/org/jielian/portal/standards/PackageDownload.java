package org.jielian.portal.standards;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Hands a package on as the service made it a file. */
final class PackageDownload {
    static Response of(Response from) {
        return Response.ok(from.readEntity(byte[].class), from.getMediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, from.getHeaderString(HttpHeaders.CONTENT_DISPOSITION))
                .build();
    }

    private PackageDownload() {}
}
