/**
 * What happens to callers while something breaks beneath two nodes, and afterwards. Each test asserts what must hold whatever
 * the machine is like, and writes its figures as a row of {@code target/faults.md}.
 */
@NullMarked
package dev.apikeys.it.faults;

import org.jspecify.annotations.NullMarked;
