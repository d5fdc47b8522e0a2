package org.jielian.metrics.forms;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The versions of the form, each from its month on. They change by migration only and are therefore read once. */
@Singleton
public class Forms {
    @Inject
    EntityManager em;

    @Inject
    Quantities quantities;

    private volatile List<Form> versions;

    /** All versions, the oldest first. */
    public List<Form> all() {
        if (versions == null) versions = load();
        return versions;
    }

    /** The version a month is reported on; the oldest one for months before it. */
    public Form of(YearMonth period) {
        List<Form> all = all();
        for (int i = all.size() - 1; i > 0; i--) {
            if (!all.get(i).from().isAfter(period)) return all.get(i);
        }
        return all.get(0);
    }

    /** Codes of all that was asked for in any month from the first to before the second, both written 2025-06. */
    public Set<String> askedFor(String from, String before) {
        List<Form> all = all();
        return all.stream()
                .filter(form -> form.from().toString().compareTo(before) < 0)
                .filter(form -> Objects.equals(form, all.get(all.size() - 1))
                        || all.get(all.indexOf(form) + 1).from().toString().compareTo(from) > 0)
                .flatMap(form -> form.quantities().stream())
                .map(Quantity::code)
                .collect(Collectors.toSet());
    }

    private List<Form> load() {
        List<Form> loaded = new ArrayList<>();
        for (Object row : em.createNativeQuery("select code, from_month::text, zh, en from form order by from_month")
                .getResultList()) {
            Object[] r = (Object[]) row;
            loaded.add(new Form(
                    (String) r[0], YearMonth.parse((String) r[1]), (String) r[2], (String) r[3], fields((String)
                            r[0])));
        }
        return List.copyOf(loaded);
    }

    private List<Form.Field> fields(String form) {
        List<Form.Field> fields = new ArrayList<>();
        for (Object row : em.createNativeQuery(
                        "select quantity_code, required from form_field where form_code = ?1 order by position")
                .setParameter(1, form)
                .getResultList()) {
            Object[] r = (Object[]) row;
            fields.add(new Form.Field(quantities.find((String) r[0]), (Boolean) r[1]));
        }
        return List.copyOf(fields);
    }
}
