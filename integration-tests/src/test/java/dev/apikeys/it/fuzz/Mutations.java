package dev.apikeys.it.fuzz;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.apikeys.it.fuzz.Draft.Field;
import dev.apikeys.it.fuzz.Draft.Framing;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes requests that were good, so that most of each is still as its reader expects it. */
final class Mutations {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "QUERY", "get");

    private static final List<String> HEADERS = List.of(
            "Authorization",
            "X-API-Key",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "Forwarded",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "Idempotency-Key",
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "Content-Encoding",
            "Content-Language",
            "Content-Type",
            "Cookie",
            "If-None-Match",
            "If-Modified-Since",
            "Origin",
            "Access-Control-Request-Method",
            "Access-Control-Request-Headers",
            "Range",
            "Expect",
            "Prefer",
            "DPoP",
            "X-HTTP-Method-Override",
            "X-Original-URI",
            "traceparent",
            "User-Agent");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/json;charset=\"utf-8\"",
            "APPLICATION/JSON",
            "application/json, text/plain",
            "application/merge-patch+json",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=iso-8859-1",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "text/plain",
            "text/xml",
            "application/jwt",
            "application/octet-stream",
            "*/*",
            "/",
            "json",
            ";",
            "");

    private static final List<String> PARAMETERS = List.of(
            "first",
            "max",
            "search",
            "clientId",
            "userId",
            "status",
            "environment",
            "expiringBefore",
            "neverExpires",
            "unusedSince",
            "sort",
            "direction",
            "ownerType",
            "from",
            "to",
            "bucket",
            "audience",
            "scope",
            "cost",
            "client_ip",
            "token",
            "limited",
            "client_id",
            "client_secret",
            "token_type_hint",
            "ui_locales",
            "kc_locale",
            "access_token");

    private Mutations() {}

    /** A quarter of all requests stays good; the others are changed in one to five places. */
    static void apply(Chance chance, Draft draft) {
        int changes = chance.of(0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 5);
        for (int i = 0; i < changes; i++) {
            boolean body = draft.json.isPresent() || !draft.form.isEmpty();
            if (body && chance.percent(60)) {
                changeBody(chance, draft);
            } else {
                changeHead(chance, draft);
            }
        }
    }

    /** Puts a key where none belongs. */
    static void misplace(Chance chance, Draft draft, String key) {
        String name = chance.of(PARAMETERS);
        switch (chance.below(6)) {
            case 0 -> draft.query.add(new Field(name, key));
            case 1 -> draft.query.add(new Field(key, name));
            case 2 -> draft.path = draft.path.substring(0, draft.path.lastIndexOf('/') + 1) + key;
            case 3 -> draft.header(chance.of(HEADERS), key);
            default -> misplaceInBody(chance, draft, name, key);
        }
    }

    private static void misplaceInBody(Chance chance, Draft draft, String name, String key) {
        if (draft.json.orElse(NullNode.getInstance()) instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String field = names.isEmpty() || chance.percent(30) ? name : chance.of(names);
            object.set(chance.percent(20) ? key : field, TextNode.valueOf(key));
        } else if (!draft.form.isEmpty()) {
            Field field = chance.of(draft.form);
            draft.form.remove(field);
            draft.form.add(new Field(chance.percent(70) ? field.name() : name, key));
        }
    }

    private static void changeBody(Chance chance, Draft draft) {
        switch (chance.below(20)) {
            case 0 -> draft.framing = chance.of(Framing.values());
            case 1 -> draft.bytes = Optional.of(corrupted(chance, Wire.body(draft)));
            case 2 -> changeHeader(chance, draft, "Content-Type", chance.of(TYPES));
            case 3 -> draft.bytes = Optional.of(recoded(chance, Wire.body(draft)));
            default -> changeContent(chance, draft);
        }
    }

    private static void changeContent(Chance chance, Draft draft) {
        if (draft.json.isEmpty()) {
            changeField(chance, draft.form);
        } else if (chance.percent(70)) {
            JsonMutations.changeValue(chance, draft.json.get());
        } else {
            String text = new String(Wire.body(draft), StandardCharsets.UTF_8);
            draft.bytes = Optional.of(JsonMutations.changeText(chance, text).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void changeHead(Chance chance, Draft draft) {
        switch (chance.below(12)) {
            case 0 -> draft.method = chance.of(METHODS);
            case 1 -> draft.path = changedPath(chance, draft.path);
            case 2, 3, 4, 5 -> changeField(chance, draft.query);
            case 6 -> draft.header(chance.of(HEADERS), OddText.any(chance));
            case 7 -> draft.header("Content-Type", chance.of(TYPES));
            default -> changeHeaders(chance, draft);
        }
    }

    private static void changeHeaders(Chance chance, Draft draft) {
        if (draft.headers.isEmpty()) {
            draft.header(chance.of(HEADERS), OddText.any(chance));
            return;
        }
        int at = chance.below(draft.headers.size());
        Field header = draft.headers.get(at);
        switch (chance.below(5)) {
            case 0 -> draft.headers.remove(at);
            case 1 -> draft.headers.add(header);
            case 2 -> draft.header(header.name(), OddText.changed(chance, header.value()));
            default -> draft.headers.set(at, new Field(header.name(), changedHeader(chance, header.value())));
        }
    }

    /** What Basic encodes is changed inside, too. */
    private static String changedHeader(Chance chance, String value) {
        if (value.startsWith(BasicLine.SCHEME) && chance.percent(70)) {
            return BasicLine.of(OddText.changed(chance, BasicLine.inside(value)));
        }
        return chance.percent(60) ? OddText.changed(chance, value) : OddText.any(chance);
    }

    private static void changeHeader(Chance chance, Draft draft, String name, String value) {
        if (chance.percent(80)) {
            draft.headers.removeIf(header -> header.name().equals(name));
        }
        draft.header(name, value);
    }

    private static void changeField(Chance chance, List<Field> fields) {
        if (fields.isEmpty() || chance.percent(15)) {
            fields.add(new Field(chance.of(PARAMETERS), OddText.any(chance), chance.percent(20)));
            return;
        }
        int at = chance.below(fields.size());
        Field field = fields.get(at);
        switch (chance.below(8)) {
            case 0 -> fields.remove(at);
            case 1 -> fields.add(field);
            case 2 -> fields.add(new Field(field.name(), OddText.any(chance)));
            case 3 -> fields.set(at, new Field(OddText.changed(chance, field.name()), field.value()));
            case 4 -> fields.set(at, new Field(field.name(), OddText.changed(chance, field.value())));
            case 5 -> fields.set(at, new Field(field.name(), rawValue(chance), true));
            default -> fields.set(at, new Field(field.name(), OddText.any(chance)));
        }
    }

    private static String rawValue(Chance chance) {
        return chance.of(
                "%", "%0", "%zz", "%00", "%ff%fe", "%c0%80", "%ed%a0%80", "%u0041", "a%0d%0ab", "&&", "=", "+");
    }

    private static String changedPath(Chance chance, String path) {
        int slash = path.indexOf('/', 1 + chance.below(path.length()));
        int at = slash < 0 ? path.length() : slash;
        String inserted = chance.of(
                "/", "/.", "/%2e%2e", "/%2f", ";a=b", ";", "%00", "%20", "%0a", "%zz", "%ff", "/a", "//", "é", "\\",
                "/-");
        return path.substring(0, at) + inserted + path.substring(at);
    }

    private static byte[] corrupted(Chance chance, byte[] body) {
        byte[] changed = body.clone();
        for (int i = 0; i < chance.of(1, 2, 8) && changed.length > 0; i++) {
            changed[chance.below(changed.length)] =
                    chance.of((byte) 0, (byte) 0xff, (byte) 0xc0, (byte) chance.below(256));
        }
        return changed;
    }

    private static byte[] recoded(Chance chance, byte[] body) {
        Charset charset = chance.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.ISO_8859_1,
                Charset.forName("UTF-32"));
        return new String(body, StandardCharsets.UTF_8).getBytes(charset);
    }
}
