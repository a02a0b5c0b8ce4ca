package dev.apikeys.it.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Records that an import reads. */
public final class KeyRecords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KeyRecords() {}

    /** A key of {@code shop-backend} with {@code calls:read}, called by the external id. */
    public static Map<String, Object> of(String externalId, String value) {
        Map<String, Object> key = new HashMap<>();
        key.put("externalId", externalId);
        key.put("name", "Key " + externalId);
        key.put("clientId", "shop-backend");
        key.put("scopes", List.of("calls:read"));
        key.put("hash", hex(value));
        return key;
    }

    /** The same with one field as given. */
    public static Map<String, Object> with(Map<String, Object> key, String field, Object value) {
        Map<String, Object> other = new HashMap<>(key);
        other.put(field, value);
        return other;
    }

    /** The SHA-256 of a value in hexadecimal digits. */
    public static String hex(String value) {
        return HexFormat.of().formatHex(sha256(value));
    }

    /** The SHA-256 of a value. */
    public static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One record in each line. */
    public static String lines(List<? extends Map<String, ?>> records) {
        return records.stream().map(record -> json(record) + "\n").collect(Collectors.joining());
    }

    /** As JSON. */
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
