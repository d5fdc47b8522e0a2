package org.jielian.portal.inspections;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;

/** The inspections of a region's month as a file. */
@Path("{tier:province|city|county}/{code}/inspections.xlsx")
public class InspectionDownloads {
    @Inject
    InspectionLists lists;

    @Inject
    Gate gate;

    @GET
    public Response download(@RestPath String code, @BeanParam InspectionParams params) {
        return lists.download(gate.region(code).name(), code, params);
    }
}
