/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gozinto.quality.inspection.InspectionStep.Sample;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The single sampling plans of ISO 2859-1, from the file {@code sampling.json}, which names its source. Safe for use
 * by many threads.
 */
final class SamplingTable {

    private static final String FILE = "sampling.json";
    private static final String DOWN = "v";
    private static final String UP = "^";

    private final Body body;

    /**
     * What is in the file.
     *
     * @param reading how the cells of the rows are read
     * @param levels in the order of the letters
     * @param aqls in the order of the cells, in percent nonconforming
     */
    private record Body(
            String source,
            String reading,
            List<String> levels,
            List<Lots> letters,
            List<String> aqls,
            Master normal,
            Master tightened,
            Master reduced) {}

    /** The letters of lots of a size up to {@code upTo}, null for all that are larger; one letter for each level. */
    private record Lots(@Nullable Long upTo, String letters) {}

    /** A master table: sample sizes and rows of cells by letter, in the order of the letters. */
    private record Master(Map<String, Long> sizes, Map<String, String> rows) {}

    SamplingTable(JsonMapper json) {
        try (InputStream in = SamplingTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            this.body = json.readValue(in, Body.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> levels() {
        return body.levels;
    }

    List<String> aqls() {
        return body.aqls;
    }

    /**
     * How many of a lot are looked at. A sample that is the lot or more is all of it (ISO 2859-1, table 2-A, note).
     *
     * @param lotSize pieces, 1 or more
     * @param level one of {@link #levels}, {@code aql} one of {@link #aqls}
     * @param severity normal, tightened or reduced
     */
    Sample sample(long lotSize, String level, String aql, String severity) {
        String letter = letter(lotSize, level);
        Master master = switch (severity) {
            case "normal" -> body.normal;
            case "tightened" -> body.tightened;
            case "reduced" -> body.reduced;
            default -> throw new IllegalArgumentException(severity);
        };
        List<String> letters = List.copyOf(master.rows.keySet());
        int column = body.aqls.indexOf(aql);
        int row = letters.indexOf(letter);
        String cell = cell(master, letter, column);
        int step = cell.equals(UP) ? -1 : 1;
        while (cell.equals(UP) || cell.equals(DOWN)) {
            row += step;
            cell = cell(master, letters.get(row), column);
        }
        String used = letters.get(row);
        long size = Objects.requireNonNull(master.sizes.get(used));
        String[] numbers = cell.split("/", -1);
        return new Sample(
                Math.min(size, lotSize),
                Integer.valueOf(numbers[0]),
                Integer.valueOf(numbers[1]),
                letter,
                used,
                size >= lotSize);
    }

    private String letter(long lotSize, String level) {
        int column = body.levels.indexOf(level);
        return body.letters.stream()
                .filter(lots -> lots.upTo == null || lotSize <= lots.upTo)
                .findFirst()
                .map(lots -> lots.letters.substring(column, column + 1))
                .orElseThrow();
    }

    private static String cell(Master master, String letter, int column) {
        return Objects.requireNonNull(master.rows.get(letter)).split(" ", -1)[column];
    }

    /**
     * How many are looked at by a plan.
     *
     * @param lotSize pieces; a part of a piece counts as one
     */
    Sample sample(PlanBody.@Nullable Sampling sampling, long lotSize) {
        if (sampling == null || sampling.type() == null) {
            return new Sample(0, null, null, null, null, false);
        }
        int accept = sampling.accept() == null ? 0 : sampling.accept();
        return switch (sampling.type()) {
            case "full" -> new Sample(lotSize, accept, accept + 1, null, null, true);
            case "fixed" -> {
                long n = sampling.n() == null ? lotSize : sampling.n();
                yield new Sample(Math.min(n, lotSize), accept, accept + 1, null, null, n >= lotSize);
            }
            case "aql" ->
                sample(
                        Math.max(1, lotSize),
                        String.valueOf(sampling.level()),
                        String.valueOf(sampling.aql()),
                        sampling.severity() == null ? "normal" : sampling.severity());
            default -> throw new IllegalStateException(sampling.type());
        };
    }
}
