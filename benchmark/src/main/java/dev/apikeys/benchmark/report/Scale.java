package dev.apikeys.benchmark.report;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Where values stand in a picture.
 *
 * @param place of a value, from 0 at the bottom to 1 at the top
 * @param marks values that are written beside it
 */
record Scale(DoubleUnaryOperator place, List<Double> marks) {

    private static final int MARKS = 4;
    private static final int TEN = 10;

    static Scale linear(double most) {
        double step = step(Math.max(most, 1) / MARKS);
        double top = step * Math.ceil(Math.max(most, 1) / step);
        return new Scale(
                value -> value / top,
                DoubleStream.iterate(0, mark -> mark <= top, mark -> mark + step)
                        .boxed()
                        .toList());
    }

    /** By powers of ten from the least one. */
    static Scale logarithmic(double least, double most) {
        double top = least;
        while (top < most) {
            top *= TEN;
        }
        double decades = Math.log10(top / least);
        double end = top;
        return new Scale(
                value -> Math.log10(Math.max(value, least) / least) / decades,
                DoubleStream.iterate(least, mark -> mark <= end, mark -> mark * TEN)
                        .boxed()
                        .toList());
    }

    double of(double value) {
        return place.applyAsDouble(value);
    }

    /** The next 1, 2 or 5 times a power of ten. */
    private static double step(double least) {
        double power = Math.pow(TEN, Math.floor(Math.log10(least)));
        return DoubleStream.of(1, 2, 5, TEN)
                .map(factor -> factor * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(least);
    }
}
