package org.jielian.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.local.LocalSystem;

/** Counts what happened from the audit trail alone, as somebody would who has nothing else to go by. */
final class Recount {
    private final LocalSystem system;

    Recount(LocalSystem system) {
        this.system = system;
    }

    /**
     * How many things of a kind stand where, by their last entries.
     *
     * @param kind what a subject begins with, such as {@code task}
     * @param standing where an entry says how the thing stands, as SQL over its {@code after}
     */
    Map<String, Long> standing(String kind, String standing) {
        return count("supervision", """
                select %s, count(*) from (select distinct on (subject) action, after from audit_entry
                    where subject ~ '^%s/[0-9a-f-]{36}$' order by subject, id desc) as last
                group by 1""".formatted(standing, kind));
    }

    /** How often something was done, by what it was done to and how that stood afterwards. */
    Map<String, Long> steps(String action, String standing) {
        return count("supervision", """
                select %s, count(*) from audit_entry where action = '%s' group by 1""".formatted(standing, action));
    }

    /** Reports that were handed in and not taken back, by month. */
    Map<String, Long> reports() {
        return count("metrics", """
                select split_part(subject, '/', 3), count(*) from (select distinct on (subject) subject, action from audit_entry
                    where subject like 'report/%' order by subject, id desc) as last
                where action <> 'WITHDRAWN' group by 1""");
    }

    /** Public criticisms of a year, by who was criticised. */
    Map<String, Long> criticisms(int year) {
        return count("supervision", """
                select after ->> 'target', count(*) from audit_entry where action = 'TASK_CLIMB' and after ->> 'rung' = 'CRITICISED'
                and extract(year from at at time zone 'Asia/Shanghai') = %d group by 1""".formatted(year));
    }

    /** Reports of a year's months that were missing on their day, by the region below this one that each unit is in. */
    Map<String, Long> lateReportsBelow(String region, int year) {
        return count("supervision", """
                select split_part(path, '/', 3), count(*) from audit_entry
                where action = 'TASK_OPENED' and after ->> 'kind' = 'REPORT_MISSING' and after ->> 'period' like '%d-%%'
                and path ~ '^/%s/[0-9]{6}/' group by 1""".formatted(year, region));
    }

    private Map<String, Long> count(String database, String select) {
        Map<String, Long> counted = new TreeMap<>();
        try (Connection connection = system.superuser(database);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) counted.put(rows.getString(1), rows.getLong(2));
            return counted;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail can't be read", e);
        }
    }
}
