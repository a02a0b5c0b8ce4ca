package dev.apikeys.keycloak.store;

import dev.apikeys.core.model.KeyStatus;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a filter into one query, so that the database filters, sorts and pages. Values travel as parameters only. */
final class KeyQuery {

    private static final String FROM = " from ApiKeyEntity k left join ApiKeyLastUsedEntity u on u.keyId = k.id";
    /** What people copy from a list: a prefix, six random characters and whatever follows. */
    private static final Pattern DISPLAYED = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*[_-])([A-Za-z0-9]{6})…?.*");

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    KeyQuery(String realmId, KeyFilter filter, Instant now) {
        require("k.realmId = :realmId", "realmId", realmId);
        filter.visibleClientIds().ifPresent(ids -> require("k.clientId in (:visible)", "visible", ids));
        filter.clientId().ifPresent(id -> require("k.clientId = :clientId", "clientId", id));
        filter.userId().ifPresent(id -> require("k.userId = :userId", "userId", id));
        if (filter.clientKeysOnly()) {
            conditions.add("k.userId is null");
        }
        filter.status().ifPresent(status -> status(status, now));
        filter.environment().ifPresent(name -> require("k.environment = :environment", "environment", name));
        filter.search().ifPresent(this::search);
        filter.expiringBefore().ifPresent(end -> {
            require("k.revokedAt is null and k.expiresAt > :now", "now", now.toEpochMilli());
            require("k.expiresAt < :expiringBefore", "expiringBefore", end.toEpochMilli());
        });
        if (filter.neverExpires()) {
            conditions.add("k.revokedAt is null and k.expiresAt is null");
        }
        filter.unusedSince()
                .ifPresent(start ->
                        require("coalesce(u.usedAt, k.createdAt) < :unusedSince", "unusedSince", start.toEpochMilli()));
    }

    TypedQuery<Object[]> list(EntityManager entityManager, KeyPage page, Instant now) {
        if (page.sort().needsNow()) {
            parameters.put("now", now.toEpochMilli());
        }
        String order = " order by " + page.sort().orderBy(page.descending());
        TypedQuery<Object[]> query =
                entityManager.createQuery("select k, u.usedAt" + FROM + where() + order, Object[].class);
        parameters.forEach(query::setParameter);
        return query.setFirstResult(page.first()).setMaxResults(page.max());
    }

    /** The next keys in the order of their ids. */
    TypedQuery<ApiKeyEntity> listAfter(EntityManager entityManager, String id, int max) {
        require("k.id > :after", "after", id);
        TypedQuery<ApiKeyEntity> query =
                entityManager.createQuery("select k" + FROM + where() + " order by k.id", ApiKeyEntity.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(max);
    }

    TypedQuery<Long> count(EntityManager entityManager) {
        TypedQuery<Long> query = entityManager.createQuery("select count(k)" + FROM + where(), Long.class);
        parameters.forEach(query::setParameter);
        return query;
    }

    private String where() {
        return " where " + String.join(" and ", conditions);
    }

    private void require(String condition, String parameter, Object value) {
        conditions.add("(" + condition + ")");
        parameters.put(parameter, value);
    }

    /** Both sides are lowered by the database: no two implementations agree beyond ASCII. */
    private void search(String text) {
        parameters.put("exact", text);
        String condition = "k.id = :exact or k.externalId = :exact or lower(k.name) like lower(:part) escape '!'"
                + " or lower(k.description) like lower(:part) escape '!'";
        Matcher displayed = DISPLAYED.matcher(text);
        if (displayed.matches()) {
            condition += " or exists (select s from ApiKeySecretEntity s where s.key = k and s.prefix = :prefix"
                    + " and s.hint = :hint)";
            parameters.put("prefix", displayed.group(1));
            parameters.put("hint", displayed.group(2));
        }
        require(condition, "part", "%" + text.replaceAll("([!%_])", "!$1") + "%");
    }

    private void status(KeyStatus status, Instant now) {
        if (status == KeyStatus.REVOKED) {
            conditions.add("k.revokedAt is not null");
            return;
        }
        String expiry = status == KeyStatus.EXPIRED
                ? "k.expiresAt <= :now"
                : "(k.expiresAt is null or k.expiresAt > :now) and k.enabled = " + (status == KeyStatus.ACTIVE);
        require("k.revokedAt is null and " + expiry, "now", now.toEpochMilli());
    }
}
