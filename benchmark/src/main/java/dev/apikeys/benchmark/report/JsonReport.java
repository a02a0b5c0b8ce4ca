package dev.apikeys.benchmark.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run found, each measurement of it, for programs. */
public final class JsonReport {

    private JsonReport() {}

    public static String of(Findings findings) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("complete", findings.isComplete());
        report.put("facts", findings.facts());
        report.put(
                "targets", findings.targets().stream().map(JsonReport::target).toList());
        report.put("results", findings.results());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of numbers and texts are always JSON", e);
        }
    }

    /** Without what is not a number, which JSON cannot say. */
    private static Map<String, Object> target(Target target) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", target.name());
        json.put(target.atLeast() ? "atLeast" : "atMost", target.wanted());
        json.put("found", target.found());
        if (!Double.isNaN(target.cpu())) {
            json.put("cpuRatio", target.cpu());
        }
        json.put("reached", target.reached());
        return json;
    }
}
