package org.jielian.local;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * Ends transactions that a partition holds open and their coordinator knows nothing of. After the machine slept in the
 * middle of one, the broker can be left with such a thing; readers of committed facts would wait behind it forever.
 * Only to be called while no service runs: then whatever is open and not the coordinator's will never be finished.
 */
final class HangingTransactions {
    private final Admin admin;

    HangingTransactions(Admin admin) {
        this.admin = admin;
    }

    /** Returns how many were ended. */
    int abort() throws ExecutionException, InterruptedException {
        Set<Long> knownProducers = knownProducers();
        int aborted = 0;
        for (TopicPartition partition : partitionsWithOpenTransactions()) {
            for (ProducerState producer : producersOf(partition)) {
                boolean open = producer.currentTransactionStartOffset().isPresent();
                if (open && !knownProducers.contains(producer.producerId())) {
                    // The end of a transaction carries the epoch after the one it was written with; a broker that is
                    // sent the same one says yes and does nothing.
                    admin.abortTransaction(new AbortTransactionSpec(
                                    partition,
                                    producer.producerId(),
                                    (short) (producer.producerEpoch() + 1),
                                    producer.coordinatorEpoch().orElse(0)))
                            .all()
                            .get();
                    aborted++;
                }
            }
        }
        return aborted;
    }

    /** Those whose transactions the coordinator itself is about to end, as soon as their time is up. */
    private Set<Long> knownProducers() throws ExecutionException, InterruptedException {
        ListTransactionsOptions unfinished = new ListTransactionsOptions()
                .filterStates(Set.of(
                        TransactionState.ONGOING, TransactionState.PREPARE_ABORT, TransactionState.PREPARE_COMMIT));
        Collection<TransactionListing> listed =
                admin.listTransactions(unfinished).all().get();
        return listed.stream().map(TransactionListing::producerId).collect(Collectors.toSet());
    }

    private Set<TopicPartition> partitionsWithOpenTransactions() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin.describeTopics(admin.listTopics().names().get())
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(p -> ends.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest())));
        Map<TopicPartition, ListOffsetsResultInfo> written =
                admin.listOffsets(ends).all().get();
        Map<TopicPartition, ListOffsetsResultInfo> committed = admin.listOffsets(
                        ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get();
        return ends.keySet().stream()
                .filter(p -> committed.get(p).offset() < written.get(p).offset())
                .collect(Collectors.toSet());
    }

    private Collection<ProducerState> producersOf(TopicPartition partition)
            throws ExecutionException, InterruptedException {
        return admin.describeProducers(Set.of(partition))
                .partitionResult(partition)
                .get()
                .activeProducers();
    }
}
