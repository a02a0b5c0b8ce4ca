package dev.apikeys.core.verify;

import dev.apikeys.core.verify.Verdict.Found;

/** What the pipeline says of a presented key before the call is counted. */
public sealed interface Check permits Check.Passed, Verdict.Denied {

    /** The key is good for what was asked, unless a limit is used up; {@link KeyVerifier#count} decides that. */
    record Passed(Found found) implements Check {}
}
