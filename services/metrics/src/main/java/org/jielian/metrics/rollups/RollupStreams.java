package org.jielian.metrics.rollups;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives Quarkus the topology to run. */
@ApplicationScoped
class RollupStreams {
    @Produces
    Topology topology(
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String applicationId,
            ObjectMapper json,
            Clock clock) {
        return new RollupTopology(applicationId, json, clock, new RocksDBDslStoreSuppliers()).build();
    }
}
