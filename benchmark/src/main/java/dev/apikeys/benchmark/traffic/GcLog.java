package dev.apikeys.benchmark.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a JVM has written about its collections. */
public record GcLog(Path file) {

    private static final Pattern PAUSE = Pattern.compile(
            "^\\[(\\d+)ms] GC\\(\\d+\\) Pause .* \\d+M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms$", Pattern.MULTILINE);

    /** A name in which each JVM puts its own number. */
    public static String option(Path directory) {
        return "-Xlog:gc:file=" + directory.resolve("gc-%p.log") + ":timemillis";
    }

    public static GcLog of(Path directory, long pid) {
        return new GcLog(directory.resolve("gc-" + pid + ".log"));
    }

    /** All pauses from one moment to another, in milliseconds since 1970. */
    public List<Pause> pauses(long from, long to) throws IOException {
        return PAUSE.matcher(Files.readString(file))
                .results()
                .map(GcLog::pause)
                .filter(pause -> pause.at() >= from && pause.at() < to)
                .toList();
    }

    private static Pause pause(MatchResult line) {
        return new Pause(
                Long.parseLong(line.group(1)), Integer.parseInt(line.group(2)), Double.parseDouble(line.group(3)));
    }
}
