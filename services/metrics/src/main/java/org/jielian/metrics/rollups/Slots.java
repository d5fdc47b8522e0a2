package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jielian.metrics.forms.Forms;
import org.jielian.metrics.forms.Quantities;
import org.jielian.metrics.forms.Quantity;

/** Which place of a roll-up's arrays a quantity has. */
@Singleton
class Slots {
    private static final Logger LOG = Logger.getLogger(Slots.class);

    @Inject
    EntityManager em;

    @Inject
    Quantities quantities;

    @Inject
    Forms forms;

    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private volatile SortedMap<Integer, Quantity> bySlot;

    /** All quantities by their place, the first is 1. */
    SortedMap<Integer, Quantity> all() {
        if (bySlot == null) bySlot = load();
        return bySlot;
    }

    /**
     * Those that were asked for in some month from the first to before the second. Others have no sums there, and looking each of them
     * up in every cell would slow down the figures of the years before they came.
     */
    SortedMap<Integer, Quantity> askedFor(String from, String before) {
        Set<String> asked = forms.askedFor(from, before);
        SortedMap<Integer, Quantity> some = new TreeMap<>(all());
        some.values().removeIf(quantity -> !asked.contains(quantity.code()));
        return some;
    }

    /** A PostgreSQL array literal with each value in its place; it ends with the last place that has one. */
    String array(Map<String, ?> byCode) {
        StringBuilder array = new StringBuilder("{");
        int found = 0;
        for (int slot = 1; slot <= all().lastKey() && found < byCode.size(); slot++) {
            Quantity quantity = all().get(slot);
            Object value = quantity == null ? null : byCode.get(quantity.code());
            if (value != null) found++;
            if (slot > 1) array.append(',');
            array.append(value == null ? "NULL" : value.toString());
        }
        if (found < byCode.size()) complain(byCode);
        return array.append('}').toString();
    }

    /** Reports are checked against the same catalogue, so this is another release of metrics at work; its other figures are good. */
    private void complain(Map<String, ?> byCode) {
        for (String code : byCode.keySet()) {
            if (quantities.find(code) == null && unknown.add(code))
                LOG.errorf("quantity not in the catalogue, its sums are left out quantity=%s", code);
        }
    }

    private SortedMap<Integer, Quantity> load() {
        SortedMap<Integer, Quantity> loaded = new TreeMap<>();
        for (Object row :
                em.createNativeQuery("select slot, code from quantity").getResultList()) {
            Object[] r = (Object[]) row;
            loaded.put(((Number) r[0]).intValue(), quantities.find((String) r[1]));
        }
        return loaded;
    }
}
