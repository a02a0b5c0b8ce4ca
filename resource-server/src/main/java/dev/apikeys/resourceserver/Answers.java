package dev.apikeys.resourceserver;

/** What is said about the key of one call, which counts as one. */
interface Answers extends AutoCloseable {

    Answer ask(Question question);

    /** Asks without counting. */
    Answer look(Question question);

    @Override
    void close();

    /** Every call is asked about. */
    static Answers direct(Introspection introspection) {
        return new Answers() {
            @Override
            public Answer ask(Question question) {
                return introspection.ask(question, 1);
            }

            @Override
            public Answer look(Question question) {
                return introspection.ask(question, 0);
            }

            @Override
            public void close() {}
        };
    }
}
