package org.jielian.units.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ContactState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.units.contacts.Contacts.Kept;

/** Contacts are looked at by everyone above, and kept by the node itself or by the tier that administers the unit. */
@ApplicationScoped
class KeepingContacts {
    private static final Map<String, Text> EXPECTED = Map.of(
            "person", Text.of("联系人不超过 60 个字", "a name of at most 60 characters"),
            "email", Text.of("请填写有效的电子邮箱，例如 name@example.org", "an e-mail address such as name@example.org"),
            "phone", Text.of("请填写电话号码，例如 0571-8705 0000 转 12", "a phone number such as 0571-8705 0000 转 12"));

    @Inject
    Access access;

    @Inject
    Contacts contacts;

    @Inject
    Validator validator;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Transactional
    ContactView look(String node) {
        access.requireSees(node);
        Kept kept = contacts.find(node);
        return ContactView.of(node, kept.version(), kept.contact());
    }

    /** {@code expected} is the version that was read; {@code null} replaces whatever is there. */
    @Transactional
    ContactView keep(String node, Long expected, Contact contact) {
        String path = access.requireActs(node);
        requireValid(contact);
        Kept before = contacts.find(node);
        if (expected != null && expected != before.version()) throw changedMeanwhile(node);
        if (contact.equals(before.contact())) return ContactView.of(node, before.version(), contact);
        if (!contacts.replace(node, before, contact)) throw changedMeanwhile(node);
        ContactState after = contact.state(node, before.version() + 1);
        audit.record("CONTACT_CHANGED", "contact/" + node, path, before.contact(), contact, null);
        outbox.append(ContactState.TOPIC, node, after);
        return ContactView.of(node, after.version(), contact);
    }

    private void requireValid(Contact contact) {
        List<ProblemException.FieldError> errors = validator.validate(contact).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .distinct()
                .map(field -> new ProblemException.FieldError(field, EXPECTED.get(field)))
                .toList();
        if (errors.isEmpty()) return;
        throw new ProblemException(
                CommonProblem.INVALID,
                Text.of("联系方式有 %s 处需要更正", "%s fields of the contact need correction", errors.size()),
                errors);
    }

    private static ProblemException changedMeanwhile(String node) {
        return CommonProblem.PRECONDITION_FAILED.because(
                "%s 的联系方式刚被他人修改，请刷新后再改", "somebody just changed the contact of %s; load it again", node);
    }
}
