package dev.apikeys.resourceserver;

/** A text that is no JSON, or more of it than anyone should send. */
final class JsonException extends Exception {

    private static final long serialVersionUID = 1L;

    JsonException(String problem, int position) {
        super(problem + " at position " + position);
    }
}
