package dev.apikeys.it.compatibility;

import dev.apikeys.it.support.SharedKeycloak;
import dev.apikeys.server.Database;
import java.nio.file.Path;

/** An empty database of the kind under test that outlives the Keycloak, H2 included. */
final class LastingDatabase {

    private LastingDatabase() {}

    static Database create(String name, Path directory) {
        Database database = SharedKeycloak.newDatabase(name);
        return database instanceof Database.H2File ? new Database.H2At(directory.resolve(name)) : database;
    }
}
