/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Builds element strings from values: judges each value and all together, and puts them in the order that needs the
 * fewest separators. Values of predefined length come first, because nothing has to mark their end (GS1 General
 * Specifications §7.8.5); of the others only the last one is spared its separator, whichever it is.
 */
final class ElementWriter {

    /** A value with its identifier and its place in the caller's list. */
    private record Part(Ai ai, String value, int index) {}

    private final Options options;
    private final List<Part> parts = new ArrayList<>();
    private final List<ElementString.Fault> faults = new ArrayList<>(0);

    private ElementWriter(Options options) {
        this.options = options;
    }

    static ElementString.Made make(List<ElementString.Pair> pairs, Options options) {
        ElementWriter writer = new ElementWriter(options);
        if (pairs.isEmpty()) {
            writer.faults.add(new ElementString.Fault(0, "", "empty", "there is no value to write", 0));
        }
        for (int i = 0; i < pairs.size(); i++) {
            writer.take(pairs.get(i), i);
        }
        if (writer.parts.size() > ElementReader.MOST_AIS) {
            Part first = writer.parts.get(ElementReader.MOST_AIS);
            writer.fault(first, "tooManyAis", "more than " + ElementReader.MOST_AIS + " application identifiers");
        }
        writer.exclusions();
        return writer.faults.isEmpty()
                ? new ElementString.Made.Good(writer.build())
                : new ElementString.Made.Faulty(writer.faults);
    }

    private void fault(Part part, String code, String detail) {
        faults.add(new ElementString.Fault(part.index(), part.ai().code, code, detail, 0));
    }

    private void take(ElementString.Pair pair, int index) {
        String value = pair.value();
        Ai ai = AiTable.find(pair.ai());
        if (ai == null) {
            String detail = "there is no application identifier " + pair.ai();
            faults.add(new ElementString.Fault(index, pair.ai(), "unknownAi", detail, 0));
            return;
        }
        long flaw = ai.check(value, 0, value.length(), options.today());
        if (flaw != Flaw.NONE) {
            Reading.Bad<ElementString> bad = Flaw.bad(flaw, ai.code);
            faults.add(new ElementString.Fault(index, ai.code, bad.code(), bad.detail(), bad.position()));
            return;
        }
        Part part = new Part(ai, value, index);
        for (Part earlier : parts) {
            if (earlier.ai() == ai) {
                if (!earlier.value().equals(value)) {
                    fault(part, "repeated", "AI " + ai.code + " is there twice with different values");
                }
                return;
            }
        }
        parts.add(part);
    }

    /** Two that exclude each other are named once, at the later one. */
    private void exclusions() {
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < i; j++) {
                Ai ai = parts.get(i).ai();
                Ai other = parts.get(j).ai();
                if (ai.never.has(other) || other.never.has(ai)) {
                    fault(parts.get(i), "excludes", "AI " + ai.code + " and AI " + other.code + " exclude each other");
                }
            }
        }
    }

    private ElementString build() {
        parts.sort(Comparator.comparingInt(ElementWriter::rank));
        StringBuilder raw = new StringBuilder().append(Chars.FNC1);
        List<AiValue> values = new ArrayList<>(parts.size());
        List<Ai> ais = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            Ai ai = parts.get(i).ai();
            String value = parts.get(i).value();
            if (i > 0 && ais.getLast().predefined == 0) {
                raw.append(Chars.FNC1);
            }
            raw.append(ai.code);
            values.add(new AiValue(ai.code, ai.title, value, ai.meaning(value, options.today()), raw.length()));
            ais.add(ai);
            raw.append(value);
        }
        return new ElementString(raw.toString(), values, AiPairs.remarks(values, ais), false);
    }

    /** Equal ranks stay in the order that the caller gave. */
    private static int rank(Part part) {
        int key = switch (part.ai().code) {
            case "01" -> 0;
            case "00" -> 1;
            case "02", "03" -> 2;
            default -> part.ai().link.key() ? 3 : 4;
        };
        return part.ai().predefined > 0 ? key : 10 + key;
    }
}
