package dev.apikeys.it.resourceserver;

/** The library on Jersey. */
class JerseyIT extends ResourceServerContract {

    JerseyIT() {
        super(Implementation.JERSEY);
    }
}
