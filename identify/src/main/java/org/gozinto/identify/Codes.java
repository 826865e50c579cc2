/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;

/**
 * The one entry point for whatever a scanner or a keyboard gives. Nothing is decided here that the text alone does not
 * decide: all readings are given, and the caller ranks them by what it knows.
 */
public final class Codes {

    /** Longer texts are plain text: no code has that many characters. */
    static final int LONGEST = 8_192;

    private final String raw;
    private final Options options;
    private final Aim aim;
    private final List<Code> readings = new ArrayList<>(3);
    private final List<Remark> problems = new ArrayList<>(0);

    private Codes(String raw, Options options) {
        this.raw = raw;
        this.options = options;
        this.aim = Aim.of(raw);
    }

    /**
     * All readings, best first; the last is always {@link Code.PlainText}, which also says why the text is not the code
     * that
     * it looks like.
     */
    public static List<Code> read(String raw, Options options) {
        Codes codes = new Codes(raw, options);
        if (raw.length() <= LONGEST) {
            codes.read();
        } else {
            codes.problems.add(new Remark("tooLong", "a code has at most " + LONGEST + " characters", LONGEST));
        }
        String text = raw.substring(codes.aim.from(), codes.aim.to());
        codes.readings.add(new Code.PlainText(raw, text, codes.problems));
        return List.copyOf(codes.readings);
    }

    private void read() {
        int from = aim.from();
        int to = aim.to();
        switch (aim.kind()) {
            case GS1 -> elements();
            case EAN -> ean(from, to);
            case NONE, OTHER -> {
                if (from == to) {
                    return;
                }
                switch (raw.charAt(from)) {
                    case 'h', 'H' -> link(from, to);
                    case 'u', 'U' -> epc(from, to);
                    case '(' -> elements();
                    default -> {
                        key(from, to);
                        elements();
                    }
                }
                OtherFamilies.read(raw, aim, options, readings, problems);
            }
        }
    }

    private void problem(Reading.Bad<?> bad) {
        problems.add(new Remark(bad.code(), bad.detail(), bad.position()));
    }

    private void link(int from, int to) {
        if (!raw.regionMatches(true, from, "http", 0, 4)) {
            return;
        }
        switch (LinkReader.read(raw, from, to, options)) {
            case Reading.Ok<DigitalLink> ok -> readings.add(new Code.DigitalLinkCode(raw, ok.value()));
            case Reading.Bad<DigitalLink> bad -> problem(bad);
        }
    }

    private void epc(int from, int to) {
        if (!raw.regionMatches(true, from, "urn:epc:", 0, 8)) {
            return;
        }
        switch (Epc.read(raw.substring(from, to))) {
            case Reading.Ok<Epc> ok -> readings.add(new Code.EpcCode(raw, ok.value()));
            case Reading.Bad<Epc> bad -> problem(bad.shifted(from));
        }
    }

    /**
     * EAN and UPC symbols hold a GTIN and nothing else; in a composite symbol element strings follow after {@code
     * |]e0}.
     */
    private void ean(int from, int to) {
        int bar = raw.indexOf("|]e0", from);
        int end = bar < 0 || bar > to ? to : bar;
        switch (Gtin.of(raw.substring(from, end))) {
            case Reading.Ok<Gtin> ok -> {
                if (end < to) {
                    composite(ok.value(), from, bar + 4, to);
                }
                readings.add(new Code.GtinCode(raw, ok.value()));
            }
            case Reading.Bad<Gtin> bad -> problem(bad.shifted(from));
        }
    }

    private void composite(Gtin gtin, int position, int from, int to) {
        ElementString.Readings rest = ElementReader.read(raw, new Aim("]e0", Aim.Kind.GS1, from, to), options);
        add(rest, true);
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof Code.ElementStringCode code) {
                readings.set(i, new Code.ElementStringCode(raw, code.elements().withItem(gtin, position)));
            }
        }
    }

    /** Digits alone: the length tells which keys they can be. */
    private void key(int from, int to) {
        int length = to - from;
        boolean item = length == 8 || length == 12 || length == 13 || length == 14;
        if ((!item && length != 18) || !Chars.isDigits(raw, from, to)) {
            return;
        }
        String digits = raw.substring(from, to);
        if (item) {
            Reading<Gtin> gtin = Gtin.of(digits);
            if (gtin instanceof Reading.Ok<Gtin> ok) {
                readings.add(new Code.GtinCode(raw, ok.value()));
            } else if (gtin instanceof Reading.Bad<Gtin> bad) {
                problem(bad.shifted(from));
            }
        }
        if (length == 13 && Gln.of(digits) instanceof Reading.Ok<Gln> ok) {
            readings.add(new Code.GlnCode(raw, ok.value()));
        }
        if (length == 18) {
            Reading<Sscc> sscc = Sscc.of(digits);
            if (sscc instanceof Reading.Ok<Sscc> ok) {
                readings.add(new Code.SsccCode(raw, ok.value()));
            } else if (sscc instanceof Reading.Bad<Sscc> bad) {
                problem(bad.shifted(from));
            }
        }
    }

    private void elements() {
        boolean marked = aim.kind() == Aim.Kind.GS1;
        char first = aim.from() < aim.to() ? raw.charAt(aim.from()) : ' ';
        if (!marked && !Chars.isDigit(first) && first != '(' && first != '^' && first != Chars.FNC1) {
            return;
        }
        ElementString.Readings found = ElementReader.read(raw, aim, options);
        add(found, marked || !Chars.isDigit(first) || looksLikeElements());
    }

    private void add(ElementString.Readings found, boolean report) {
        for (ElementString elements : found.readings()) {
            readings.add(new Code.ElementStringCode(raw, elements));
        }
        if (!found.complete()) {
            problems.add(new Remark("readingsCut", "there may be more readings than were looked for", aim.from()));
        }
        Reading.Bad<ElementString> problem = found.problem();
        if (problem != null && report) {
            problem(problem);
        }
    }

    /** Bare text is taken for element strings gone wrong when it has separators or begins as a GTIN or SSCC would. */
    private boolean looksLikeElements() {
        int length = aim.to() - aim.from();
        boolean key = length >= 16 && (raw.startsWith("01", aim.from()) || raw.startsWith("00", aim.from()));
        return key || raw.indexOf(Chars.FNC1) >= 0;
    }
}
