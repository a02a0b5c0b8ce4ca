package dev.apikeys.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apikeys.it.security.PermissionMatrix.Cell;
import dev.apikeys.it.support.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everybody gets what {@code docs/permission-matrix.md} says, at every endpoint. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.fromDemo();

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.fromDemo();

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Ground ground = new Ground(realm);
    private final Ground elsewhere = new Ground(otherRealm);
    private final Subjects subjects = new Subjects(elsewhere);
    private final PermissionMatrix matrix = PermissionMatrix.read();
    private Optional<Callers> callers = Optional.empty();

    @BeforeAll
    void bringEverybodyIn() {
        ground.prepare();
        elsewhere.prepare();
        callers = Optional.of(new Callers(ground, elsewhere));
    }

    @Test
    void hasTablesForAllDoors() {
        assertThat(matrix.cells()).extracting(Cell::door).contains(Asked.ADMIN, Asked.ACCOUNT, Asked.DOOR, Asked.OIDC);
    }

    @Test
    void whoMayNotIsRefusedAndChangesNothing() {
        List<Cell> refusals = matrix.cells().stream().filter(Cell::isRefusal).toList();
        refusals.forEach(cell -> subjects.of(cell, caller(cell)));
        List<String> before = state();

        assertThat(surprises(refusals)).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whoMayIsServed() {
        assertThat(surprises(matrix.cells().stream()
                        .filter(cell -> !cell.isRefusal())
                        .toList()))
                .isEmpty();
    }

    private Caller caller(Cell cell) {
        return callers.orElseThrow().named(cell.caller(), cell.door());
    }

    /** Cells that say something else than the server. */
    private List<String> surprises(List<Cell> cells) {
        List<String> surprises = new ArrayList<>();
        for (Cell cell : cells) {
            for (String method : cell.method().equals("ANY") ? METHODS : List.of(cell.method())) {
                Cell one = new Cell(cell.door(), method, cell.path(), cell.about(), cell.caller(), cell.expected());
                String answer = new Asked(one, caller(one), subjects.of(one, caller(one))).answer();
                if (!answer.equals(cell.expected())) {
                    surprises.add("%s, %s, %s: %s instead of %s"
                            .formatted(one.endpoint(), one.about(), one.caller(), answer, one.expected()));
                }
                if (answer.equals("201") && one.path().equals("ui-client")) {
                    realm.clients().delete("api-keys-ui");
                }
            }
        }
        return surprises;
    }

    /** What a refused request could have changed. */
    private List<String> state() {
        List<String> state = new ArrayList<>();
        state.add(subjects.state(ground).toString());
        for (String path : List.of("/api-keys/count", "/api-keys/settings", "/clients")) {
            state.add(realm.admin().get(realm.adminUrl(path)).asString());
        }
        return state;
    }
}
