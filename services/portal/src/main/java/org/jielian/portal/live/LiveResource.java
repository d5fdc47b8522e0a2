package org.jielian.portal.live;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UnitsClient;
import org.jielian.portal.figures.Span;

/**
 * Tells an open page that what it shows moved: which region, and how new it is now, nothing else. What there is to see the page fetches
 * as its person.
 */
@Path("live")
public class LiveResource {
    private static final Duration PACE = Duration.ofMillis(200);
    /** In paces: a silent stream is cut by proxies in between. */
    private static final long HEARTBEAT = 75;
    /** The browser comes back by itself, and is asked again who it is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Inject
    Gate gate;

    @Inject
    Feed feed;

    @RestClient
    UnitsClient units;

    /** What moved. */
    public record Moved(String region, Instant asOf) {}

    @GET
    @Path("{code}")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> changes(@RestPath String code, @RestQuery String period, Sse sse) {
        Region region = gate.region(code);
        Set<String> shown = new HashSet<>(Set.of(region.code()));
        units.children(code).forEach(child -> shown.add(child.code()));
        return stream(new WatchOfFigures(shown, Span.parse(period)), region.code(), sse);
    }

    /** Tells that a release came further somewhere. */
    @GET
    @Path("{code}/standing")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> standing(@RestPath String code, @RestQuery String origin, Sse sse) {
        Region region = gate.region(code);
        return stream(new WatchOfStanding(origin == null ? "" : origin), region.code(), sse);
    }

    private Multi<OutboundSseEvent> stream(Watch watch, String region, Sse sse) {
        return Multi.createFrom()
                .ticks()
                .every(PACE)
                .onOverflow()
                .drop()
                .onItem()
                .transformToMultiAndConcatenate(
                        tick -> Multi.createFrom().iterable(events(sse, region, watch.take(), tick)))
                .select()
                .first(LONGEST)
                .onSubscription()
                .invoke(() -> feed.open(watch))
                .onTermination()
                .invoke(() -> feed.close(watch));
    }

    private static List<OutboundSseEvent> events(Sse sse, String region, Instant moved, long tick) {
        if (moved != null) {
            return List.of(sse.newEventBuilder()
                    .name("moved")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(new Moved(region, moved))
                    .build());
        }
        return tick % HEARTBEAT == 0
                ? List.of(sse.newEventBuilder().comment("still here").build())
                : List.of();
    }
}
