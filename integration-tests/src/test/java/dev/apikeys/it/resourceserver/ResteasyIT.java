package dev.apikeys.it.resourceserver;

/** The library on RESTEasy. */
class ResteasyIT extends ResourceServerContract {

    ResteasyIT() {
        super(Implementation.RESTEASY);
    }
}
