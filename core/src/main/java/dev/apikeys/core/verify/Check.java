package dev.apikeys.core.verify;

import dev.apikeys.core.ip.IpAddress;
import dev.apikeys.core.verify.Verdict.Found;
import java.util.Optional;

/** What the pipeline says of a presented key before the call is counted. */
public sealed interface Check permits Check.Passed, Verdict.Denied {

    /**
     * The key is good for what was asked, unless a limit is used up; {@link KeyVerifier#count} decides that.
     *
     * @param callerIp where the key was used; empty when unknown
     */
    record Passed(Found found, Optional<IpAddress> callerIp) implements Check {}
}
