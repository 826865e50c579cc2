/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The short way to write a line or a unit: its item, then what is to be said of it.
 *
 * <pre>
 * RESIN lot=R-1 qty=100 expiry=2027-03-01
 * "PART 7" serials=SN0001-SN0500 supplierLot=X9 supplierLot=X10 attributes.colour=red
 * </pre>
 */
final class LineText {

    private static final Set<String> LINE = Set.of(
            "lot",
            "serial",
            "serials",
            "qty",
            "unit",
            "from",
            "to",
            "issuer",
            "expiry",
            "bestBefore",
            "manufactured",
            "supplierLot",
            "twin");
    private static final Set<String> UNIT = Set.of("lot", "serial", "issuer");
    private static final String ATTRIBUTE = "attributes.";

    private LineText() {}

    /** A line of an act. */
    static Json.Fields line(String text) {
        Json.Fields line = read(text, LINE);
        if (line.get("twin") instanceof Json.Text twin) {
            line.with("twin", new Json.Flag(twin.value().equals("true")));
        }
        return line;
    }

    /** A lot or serial. */
    static Json.Fields unit(String text) {
        Json.Fields unit = read(text, UNIT);
        if (unit.get("lot") == null && unit.get("serial") == null) {
            throw wrong(text, "it names no lot and no serial", "ITEM lot=R-1  or  ITEM serial=S-1");
        }
        return unit;
    }

    /** A container: a code as it is, or a serial written as a unit. */
    static Json container(String text) {
        return text.contains(" serial=") ? unit(text) : new Json.Text(text);
    }

    /** Which input went into which output, such as {@code BAT serial=B1 -> BIKE serial=F1 qty=2}. */
    static Json.Fields link(String text) {
        String[] ends = text.split("\\s*->\\s*", -1);
        if (ends.length != 2) {
            throw wrong(text, "it is no link", "BAT serial=B1 -> BIKE serial=F1");
        }
        Json.Fields out = read(ends[1], Set.of("lot", "serial", "issuer", "qty"));
        Json qty = out.members().remove("qty");
        return new Json.Fields()
                .with("in", unit(ends[0]))
                .with("out", unit(written(out)))
                .with("qty", qty);
    }

    private static String written(Json.Fields unit) {
        StringBuilder text = new StringBuilder();
        unit.members()
                .forEach((name, value) -> text.append(name.equals("item") ? "" : " " + name + "=")
                        .append('"')
                        .append(value.plain())
                        .append('"'));
        return text.toString();
    }

    private static Json.Fields read(String text, Set<String> known) {
        List<Word> words = words(text);
        if (words.isEmpty() || words.getFirst().name() != null) {
            throw wrong(text, "it does not begin with an item", "ITEM lot=R-1 qty=100");
        }
        Json.Fields line = new Json.Fields().with("item", words.removeFirst().value());
        Json.Fields attributes = new Json.Fields();
        for (Word word : words) {
            String name = word.name();
            if (name == null) {
                throw wrong(
                        text, "\"" + word.value() + "\" is no name=value", "item codes with blanks stand in quotes");
            } else if (name.startsWith(ATTRIBUTE) && known == LINE) {
                attributes.with(name.substring(ATTRIBUTE.length()), word.value());
            } else if (known.contains(name)) {
                put(line, name, word.value(), text);
            } else {
                throw wrong(
                        text,
                        name + " is unknown",
                        String.join(", ", known.stream().sorted().toList()));
            }
        }
        return attributes.members().isEmpty() ? line : line.with("attributes", attributes);
    }

    private static void put(Json.Fields line, String name, String value, String text) {
        Json before = line.get(name);
        if (before == null) {
            line.with(name, value);
        } else if (name.equals("supplierLot")) {
            List<Json> values = new ArrayList<>(line.list(name));
            if (values.isEmpty()) {
                values.add(before);
            }
            values.add(new Json.Text(value));
            line.with(name, new Json.Array(values));
        } else {
            throw wrong(text, name + " stands there twice", "each name once");
        }
    }

    private record Word(@Nullable String name, String value) {}

    /** Words divided by blanks; double quotes keep blanks, and {@code \"} is a quote in them. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            StringBuilder word = new StringBuilder();
            boolean quoted = false;
            int equals = -1;
            while (at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at)))) {
                char c = text.charAt(at++);
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == '\\' && quoted && at < text.length()) {
                    word.append(text.charAt(at++));
                } else {
                    // Only the first word is an item, and an item's code may contain an equals sign within quotes.
                    if (c == '=' && !quoted && equals < 0) {
                        equals = word.length();
                    }
                    word.append(c);
                }
            }
            if (quoted) {
                throw wrong(text, "a quote is not closed", "\"…\"");
            }
            words.add(
                    equals < 1
                            ? new Word(null, word.toString())
                            : new Word(word.substring(0, equals), word.substring(equals + 1)));
        }
        return words;
    }

    private static Failure wrong(String text, String why, String expected) {
        return new Failure(Exit.USAGE, "\"" + text + "\" is not understood: " + why + ".", "expected: " + expected);
    }
}
