/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the data structures of ISBT 128. Each has a fixed length, so nothing separates them (ICCBBA ST-001 §2.4
 * and table 1).
 */
final class Isbt128Reader {

    private static final int MOST = 64;
    /** Flags 60 to 96 hold the check value of the donation number (ST-001 §2.4.1, flag type 3). */
    private static final int FLAGS_CHECK = 60;

    private static final int DIN = 15;

    private record Structure(
            String id, String title, int length, @Nullable DateForm date) {}

    private static final Map<String, Structure> STRUCTURES = structures();

    private final String raw;
    private final List<DataValue> values = new ArrayList<>(6);
    private final List<Remark> remarks = new ArrayList<>(0);

    private Isbt128Reader(String raw) {
        this.raw = raw;
    }

    static Reading<Isbt128> read(String raw, int from, int to) {
        Isbt128Reader reader = new Isbt128Reader(raw);
        Reading.Bad<Isbt128> bad = reader.walk(from, to);
        return bad != null ? bad : Reading.ok(new Isbt128(raw, reader.values, reader.remarks, false));
    }

    /**
     * A donation number as it is typed: 13 characters and the check character (ST-001 appendix A); null if it is none.
     */
    static @Nullable Isbt128 typed(String raw, int from, int to) {
        if (to - from != 14 || !Chars.isCapital(raw.charAt(from)) || raw.charAt(from) == 'O') {
            return null;
        }
        if (!Chars.isDigits(raw, from + 1, to - 1)
                || Mod37.character(Mod37.of(raw, from, to - 1)) != raw.charAt(to - 1)) {
            return null;
        }
        String text = raw.substring(from, to - 1);
        DataValue value = new DataValue("=", "DONATION", text, new Meaning.Text(text), from);
        return new Isbt128(raw, List.of(value), List.of(), true);
    }

    private Reading.@Nullable Bad<Isbt128> walk(int from, int to) {
        if (from >= to) {
            return new Reading.Bad<>("empty", "there is no data structure", from);
        }
        int at = from;
        int announced = -1;
        while (at < to) {
            if (values.size() == MOST) {
                return new Reading.Bad<>("tooMany", "more than " + MOST + " data structures", at);
            }
            Structure structure = at(at, to);
            if (structure == null) {
                return new Reading.Bad<>("structure", "no data structure that is known begins here", at);
            }
            int start = structure.id().length() + at;
            int end = start + structure.length();
            if (end > to) {
                String detail = structure.title() + " has " + structure.length() + " characters";
                return new Reading.Bad<>("tooShort", detail, to);
            }
            long flaw = check(structure, start, end);
            if (flaw != Flaw.NONE) {
                Flaw of = Flaw.of(flaw);
                return new Reading.Bad<>(of.code, structure.title() + ": " + of.sentence, Flaw.position(flaw));
            }
            add(structure, start, end);
            if (structure.id().equals("=+") && announced < 0) {
                announced = values.size() + Dates.two(raw, start);
            }
            at = end;
        }
        if (announced >= 0 && announced != values.size()) {
            String detail = "the message announces another number of data structures than it has";
            remarks.add(new Remark("count", detail, from + 2));
        }
        return null;
    }

    private @Nullable Structure at(int at, int to) {
        if (at + 2 > to) {
            return null;
        }
        char first = raw.charAt(at);
        char second = raw.charAt(at + 1);
        if (first == '=' && Chars.isCapitalOrDigit(second)) {
            return STRUCTURES.get("=");
        }
        if (first == '&' && second == ',') {
            return at + 3 > to ? null : STRUCTURES.get(raw.substring(at, at + 3));
        }
        return first == '=' || first == '&' ? STRUCTURES.get(raw.substring(at, at + 2)) : null;
    }

    private long check(Structure structure, int from, int to) {
        if (structure.date() != null) {
            return structure.date().check(raw, from, to, LocalDate.EPOCH);
        }
        if (structure.id().equals("=+")) {
            return Chars.isDigits(raw, from, to) ? Flaw.NONE : Flaw.NOT_DIGIT.at(notDigit(from, to));
        }
        if (structure.id().equals("=")) {
            return donation(from, to);
        }
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (!Chars.isLetterOrDigit(c) && c != '-' && c != '.' && c != '+') {
                return Flaw.CHARACTER.at(i);
            }
        }
        return Flaw.NONE;
    }

    /** Facility (5 characters), year, number of the donation, and two characters of flags. */
    private long donation(int from, int to) {
        int wrong = Chars.notCapitalOrDigit(raw, from, to);
        if (wrong >= 0) {
            return Flaw.CHARACTER.at(wrong);
        }
        if (!Chars.isDigits(raw, from + 5, from + 13)) {
            return Flaw.NOT_DIGIT.at(notDigit(from + 5, from + 13));
        }
        if (!Chars.isDigits(raw, to - 2, to)) {
            return Flaw.NONE;
        }
        int value = Dates.two(raw, to - 2) - FLAGS_CHECK;
        boolean checked = value >= 0 && value < 37;
        return checked && value != Mod37.of(raw, from, to - 2) ? Flaw.CHECK_CHARACTER.at(to - 2) : Flaw.NONE;
    }

    private int notDigit(int from, int to) {
        int i = from;
        while (i < to && Chars.isDigit(raw.charAt(i))) {
            i++;
        }
        return i;
    }

    private void add(Structure structure, int from, int to) {
        String text = raw.substring(from, to);
        Meaning meaning = structure.date() == null
                ? new Meaning.Text(text)
                : structure.date().meaning(raw, from, LocalDate.EPOCH);
        values.add(new DataValue(structure.id(), structure.title(), text, meaning, from));
    }

    private static Map<String, Structure> structures() {
        List<Structure> all = List.of(
                new Structure("=", "DONATION", DIN, null),
                new Structure("=%", "BLOOD GROUPS", 4, null),
                new Structure("=<", "PRODUCT CODE", 8, null),
                new Structure("=>", "EXPIRATION DATE", 6, DateForm.CYYJJJ),
                new Structure("&>", "EXPIRATION DATE AND TIME", 10, DateForm.CYYJJJHHMM),
                new Structure("=*", "COLLECTION DATE", 6, DateForm.CYYJJJ),
                new Structure("&*", "COLLECTION DATE AND TIME", 10, DateForm.CYYJJJHHMM),
                new Structure("=}", "PRODUCTION DATE", 6, DateForm.CYYJJJ),
                new Structure("&}", "PRODUCTION DATE AND TIME", 10, DateForm.CYYJJJHHMM),
                new Structure("&(", "SPECIAL TESTING: GENERAL", 5, null),
                new Structure("={", "SPECIAL TESTING: RED CELL ANTIGENS", 18, null),
                new Structure("=\\", "SPECIAL TESTING: RED CELL ANTIGENS, GENERAL", 18, null),
                new Structure("&\\", "SPECIAL TESTING: RED CELL ANTIGENS, FINNISH", 18, null),
                new Structure("&{", "SPECIAL TESTING: PLATELET ANTIGENS", 18, null),
                new Structure("=[", "SPECIAL TESTING: HLA ALLELES", 18, null),
                new Structure("=)", "CONTAINER MANUFACTURER AND CATALOG NUMBER", 10, null),
                new Structure("&)", "CONTAINER LOT", 10, null),
                new Structure("=-", "MANUFACTURER AND CATALOG NUMBER", 10, null),
                new Structure("&-", "LOT", 10, null),
                new Structure("=+", "COMPOUND MESSAGE", 5, null),
                new Structure("=,", "PRODUCT DIVISION OR SERIAL", 6, null),
                new Structure("=/", "PROCESSOR PRODUCT IDENTIFICATION CODE", 16, null),
                new Structure("&,1", "MPHO LOT", 18, null),
                new Structure("&:", "DONOR REGISTRATION IDENTIFIER", 19, null));
        Map<String, Structure> map = new HashMap<>();
        all.forEach(one -> map.put(one.id(), one));
        return Map.copyOf(map);
    }
}
