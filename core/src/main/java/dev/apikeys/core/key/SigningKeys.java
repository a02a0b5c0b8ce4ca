package dev.apikeys.core.key;

import dev.apikeys.core.Parsed;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public keys by which GitHub's secret scanning signs its alerts (GitHub Docs, "Secret scanning partner program"): ECDSA
 * on P-256 with SHA-256.
 *
 * @param byIdentifier at least one
 */
public record SigningKeys(Map<String, PublicKey> byIdentifier) {

    /** What can be read, as the end of a sentence. */
    public static final String ALLOWED =
            "the document {\"public_keys\": [{\"key_identifier\": …, \"key\": …}, …]} with keys of the curve P-256 in PEM";

    private static final Pattern DOCUMENT =
            Pattern.compile("\\s*\\{\\s*\"public_keys\"\\s*:\\s*\\[(?<keys>[^\\[\\]]*)]\\s*}\\s*");
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*}");
    private static final Pattern IDENTIFIER = Pattern.compile("\"key_identifier\"\\s*:\\s*\"([A-Za-z0-9_-]{1,128})\"");

    /** Line ends are escapes where JSON is as it is published, and spaces where a form has joined its lines. */
    private static final Pattern PEM = Pattern.compile("\"key\"\\s*:\\s*\"-----BEGIN PUBLIC KEY-----"
            + "((?:[A-Za-z0-9+/=\\s]|\\\\[nr/]){1,1000})-----END PUBLIC KEY-----(?:\\s|\\\\[nr])*\"");

    private static final Pattern PEM_ALONE =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]{1,1000})-----END PUBLIC KEY-----\\s*");

    public SigningKeys {
        byIdentifier = Map.copyOf(byIdentifier);
    }

    /** Reads the document that GitHub publishes, as somebody has pasted it: all of it is as it should be, or nothing is read. */
    public static Parsed<SigningKeys> parse(String document) {
        Matcher whole = DOCUMENT.matcher(document);
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        Matcher object = OBJECT.matcher(whole.matches() ? whole.group("keys") : "");
        while (object.find()) {
            Matcher identifier = IDENTIFIER.matcher(object.group());
            Matcher pem = PEM.matcher(object.group());
            Optional<PublicKey> key = identifier.find() && pem.find() ? key(pem.group(1)) : Optional.empty();
            if (key.isEmpty() || keys.putIfAbsent(identifier.group(1), key.get()) != null) {
                return Parsed.bad(ALLOWED);
            }
        }
        return keys.isEmpty() ? Parsed.bad(ALLOWED) : Parsed.good(new SigningKeys(keys));
    }

    /**
     * What can be used of a document that somebody else may change: an entry of a kind that is not known here must not take the
     * others along.
     *
     * @param pems by their identifiers
     * @return empty when none can be used
     */
    public static Optional<SigningKeys> usable(Map<String, String> pems) {
        Map<String, PublicKey> keys = new LinkedHashMap<>();
        pems.forEach((identifier, pem) -> {
            Matcher alone = PEM_ALONE.matcher(pem);
            if (alone.matches()) {
                key(alone.group(1)).ifPresent(key -> keys.put(identifier, key));
            }
        });
        return keys.isEmpty() ? Optional.empty() : Optional.of(new SigningKeys(keys));
    }

    private static Optional<PublicKey> key(String body) {
        try {
            byte[] der = Base64.getDecoder()
                    .decode(body.replaceAll("\\\\[nr]|\\s", "").replace("\\/", "/"));
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
            return key instanceof ECPublicKey ec && ec.getParams().getCurve().equals(p256().getCurve())
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ECParameterSpec p256() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** Whether there is a key of this name. */
    public boolean has(String identifier) {
        return byIdentifier.containsKey(identifier);
    }

    /**
     * Whether the message was signed by the key of this name.
     *
     * @param signature DER in base64
     */
    public boolean verify(String identifier, String signature, byte[] message) {
        PublicKey key = byIdentifier.get(identifier);
        if (key == null) {
            return false;
        }
        try {
            Signature ecdsa = Signature.getInstance("SHA256withECDSA");
            ecdsa.initVerify(key);
            ecdsa.update(message);
            return ecdsa.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
