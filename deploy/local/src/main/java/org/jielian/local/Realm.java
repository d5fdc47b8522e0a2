package org.jielian.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jielian.local.People.Person;

/** The realm {@code jielian} as Keycloak reads it at its first start: the template with this system's people and addresses. */
final class Realm {
    static final String NAME = "jielian";
    /** Known to everyone who reads this, and therefore refused by the services outside a local run. */
    static final String PORTAL_SECRET = "jielian-local-portal";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode content;

    private Realm(ObjectNode content) {
        this.content = content;
    }

    static Realm of(People people, Ports ports) {
        try (InputStream template = Realm.class.getResourceAsStream("/keycloak/" + NAME + "-realm.json")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@PORTAL_URL@", "http://localhost:" + ports.portal())
                    .replace("@PORTAL_SECRET@", PORTAL_SECRET);
            ObjectNode realm = (ObjectNode) JSON.readTree(text);
            ArrayNode users = realm.putArray("users");
            people.all().forEach(person -> users.add(user(person)));
            return new Realm(realm);
        } catch (IOException e) {
            throw new StartProblem(e, "The realm's template cannot be read: %s.", e);
        }
    }

    ObjectNode content() {
        return content;
    }

    void write(Path folder) {
        try {
            Files.createDirectories(folder);
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(folder.resolve(NAME + "-realm.json").toFile(), content);
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot write the realm to %s: %s.", folder, e);
        }
    }

    private static ObjectNode user(Person person) {
        ObjectNode user = JSON.createObjectNode();
        user.put("username", person.code());
        user.put("enabled", true);
        user.put("firstName", person.displayName());
        if (person.node() != null) {
            user.putObject("attributes").putArray("node").add(person.node());
        }
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", person.code())
                .put("temporary", false);
        ArrayNode roles = user.putArray("realmRoles");
        person.roles().forEach(roles::add);
        return user;
    }
}
