/** What a run tells: tables, JSON and a plot. */
@NullMarked
package dev.apikeys.benchmark.report;

import org.jspecify.annotations.NullMarked;
