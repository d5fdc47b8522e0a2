package org.jielian.portal.clients;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads a service's problem answer, so that pages can show its particulars. */
public class ProblemReader implements ResponseExceptionMapper<UpstreamProblem> {
    @Inject
    ObjectMapper json;

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public UpstreamProblem toThrowable(Response response) {
        int status = response.getStatus();
        String text = response.hasEntity() ? response.readEntity(String.class) : "";
        try {
            var body = json.readValue(text, UpstreamProblem.Body.class);
            if (body != null) return new UpstreamProblem(status, body);
        } catch (JsonProcessingException notAProblem) {
            // A proxy in between, or a refusal before the service was reached: the status is all there is.
            return new UpstreamProblem(
                    status,
                    new UpstreamProblem.Body(
                            null, response.getStatusInfo().getReasonPhrase(), status, null, List.of()));
        }
        return UpstreamProblem.of(status, response.getStatusInfo().getReasonPhrase());
    }
}
