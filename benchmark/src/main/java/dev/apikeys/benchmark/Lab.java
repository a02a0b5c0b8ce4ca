package dev.apikeys.benchmark;

import dev.apikeys.benchmark.report.Findings;
import dev.apikeys.server.PostgresServer;

/** What all sections share. */
record Lab(Settings settings, PostgresServer postgres, Progress progress, Findings findings) {}
