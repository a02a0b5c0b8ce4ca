package dev.apikeys.resourceserver;

import java.util.function.Function;

/** How the body of a refusal looks: one of the two built in, or the application's own. */
public interface ErrorBody {

    /** Such as {@code application/json}, without charset: the body is sent as UTF-8. */
    String mediaType();

    String write(Refusal refusal);

    /** {@code {"error":{"code":"KEY_EXPIRED","message":"…"}}}, and {@code retry_after} beside {@code error}. */
    static ErrorBody errorObject() {
        return of("application/json", BuiltInBodies::errorObject);
    }

    /** Problem details (RFC 9457) with {@code code}, and {@code violated-policies} and {@code retry_after} for limits. */
    static ErrorBody problem() {
        return of("application/problem+json", BuiltInBodies::problem);
    }

    /** A shape of the application's own. */
    static ErrorBody of(String mediaType, Function<Refusal, String> writer) {
        return new ErrorBody() {
            @Override
            public String mediaType() {
                return mediaType;
            }

            @Override
            public String write(Refusal refusal) {
                return writer.apply(refusal);
            }
        };
    }
}
