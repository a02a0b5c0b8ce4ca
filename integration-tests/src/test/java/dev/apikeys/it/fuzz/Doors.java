package dev.apikeys.it.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Good requests to every door, in the proportion in which doors are asked and in which their answers cost. */
final class Doors {

    /** Changes the realm. */
    static final String SETTINGS = "settings";

    /** Makes one good request to a door. */
    interface Door {

        Draft draft(Chance chance);
    }

    private record Share(int parts, Door door) {}

    private final World world;
    private final List<Door> doors;

    Doors(World world) {
        this.world = world;
        GatewayRequests gateways = new GatewayRequests(world);
        TokenRequests tokens = new TokenRequests(world);
        KeyRequests keys = new KeyRequests(world);
        LeakRequests leaks = new LeakRequests(world);
        TransferRequests transfers = new TransferRequests(world);
        this.doors = Stream.of(
                        new Share(26, gateways::check),
                        new Share(5, gateways::checkByPath),
                        new Share(9, gateways::batch),
                        new Share(9, gateways::outcomes),
                        new Share(20, tokens::introspection),
                        new Share(3, tokens::clientCredentials),
                        new Share(3, tokens::exchange),
                        new Share(7, keys::account),
                        new Share(15, keys::admin),
                        new Share(1, keys::settings),
                        new Share(2, keys::page),
                        new Share(2, leaks::revocation),
                        new Share(2, leaks::githubAlert),
                        new Share(2, transfers::importing),
                        new Share(1, transfers::export))
                .flatMap(share -> Stream.generate(share::door).limit(share.parts()))
                .toList();
    }

    /** Also what is wrong is decided by chance. */
    Draft draft(Chance chance) {
        Draft draft = chance.of(doors).draft(chance);
        Mutations.apply(chance, draft);
        if (chance.percent(5)) {
            Mutations.misplace(chance, draft, draft.endsKeys ? world.passingValue(chance) : world.value(chance));
        }
        return draft;
    }
}
