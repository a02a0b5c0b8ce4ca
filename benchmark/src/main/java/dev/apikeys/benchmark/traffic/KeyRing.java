package dev.apikeys.benchmark.traffic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The keys that were made under way: those that are good, the oldest first, and the last ones that were revoked. */
final class KeyRing {

    private static final int FEWEST = 50;
    private static final int MOST = 400;
    private static final int REMEMBERED = 200;
    private static final int ONE_IN_FIVE = 5;

    private final List<MadeKey> good = new ArrayList<>();
    private final Deque<MadeKey> revoked = new ArrayDeque<>();

    /** The operation itself, or its opposite when there would be too many or too few good keys. */
    synchronized Operation balanced(Operation wanted) {
        return switch (wanted) {
            case CREATE -> good.size() > MOST ? Operation.REVOKE : wanted;
            case REVOKE -> good.size() < FEWEST ? Operation.CREATE : wanted;
            default -> wanted;
        };
    }

    synchronized void made(MadeKey key) {
        good.add(key);
    }

    /** The oldest good key, about which nobody new asks then. */
    synchronized Optional<MadeKey> take() {
        return good.isEmpty() ? Optional.empty() : Optional.of(good.remove(0));
    }

    synchronized void revoked(MadeKey key) {
        revoked.add(key);
        if (revoked.size() > REMEMBERED) {
            revoked.remove();
        }
    }

    synchronized Optional<MadeKey> lastRevoked() {
        return Optional.ofNullable(revoked.peekLast());
    }

    /** A key to ask about, now and then a revoked one. */
    synchronized Optional<MadeKey> any(SplittableRandom random) {
        if (!revoked.isEmpty() && random.nextInt(ONE_IN_FIVE) == 0) {
            return lastRevoked();
        }
        return good.isEmpty()
                ? Optional.empty()
                : Optional.of(good.get(random.nextInt(good.size()))).filter(MadeKey::isYoung);
    }
}
