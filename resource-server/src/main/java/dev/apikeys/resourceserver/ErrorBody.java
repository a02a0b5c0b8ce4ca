package dev.apikeys.resourceserver;

import java.util.function.Function;

/** How the body of a refusal looks: one of those built in, or the application's own. */
public interface ErrorBody {

    /** Such as {@code application/json}, without charset: the body is sent as UTF-8. */
    String mediaType();

    /** The same for this refusal, where shapes differ. */
    default String mediaType(Refusal refusal) {
        return mediaType();
    }

    String write(Refusal refusal);

    /** This shape, and another one when a limit is used up (429). */
    default ErrorBody forLimits(ErrorBody ofLimits) {
        return new LimitsApart(this, ofLimits);
    }

    /** This shape with sentences of the application's own; {@link Refusal#message()} has the built-in one. */
    default ErrorBody saying(Function<Refusal, String> sentences) {
        ErrorBody shape = this;
        return new ErrorBody() {
            @Override
            public String mediaType() {
                return shape.mediaType();
            }

            @Override
            public String mediaType(Refusal refusal) {
                return shape.mediaType(refusal);
            }

            @Override
            public String write(Refusal refusal) {
                return shape.write(refusal.saying(sentences.apply(refusal)));
            }
        };
    }

    /** {@code {"error":{"code":"KEY_EXPIRED","message":"…"}}}, and {@code retry_after} beside {@code error}. */
    static ErrorBody errorObject() {
        return of("application/json", BuiltInBodies::errorObject);
    }

    /** {@code {"error":{"code":"401","message":"…"}}}: the status is the code; {@code retry_after} beside {@code error}. */
    static ErrorBody errorStatus() {
        return of("application/json", BuiltInBodies::errorStatus);
    }

    /** {@code {"error":"key_expired","message":"…"}}, and {@code retry_after} beside them. */
    static ErrorBody errorText() {
        return of("application/json", BuiltInBodies::errorText);
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
