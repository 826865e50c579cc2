/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
            case DIGITS -> key(from, to);
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
                        tag(from, to);
                        elements();
                        lessLikely(from, to);
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
        if (raw.regionMatches(true, from + 8, "tag:", 0, 4) || raw.regionMatches(true, from + 8, "raw:", 0, 4)) {
            tag(EpcTag.read(raw.substring(from, to)), from);
            return;
        }
        switch (Epc.read(raw.substring(from, to))) {
            case Reading.Ok<Epc> ok -> readings.add(new Code.EpcCode(raw, ok.value(), null));
            case Reading.Bad<Epc> bad -> problem(bad.shifted(from));
        }
    }

    /** Hexadecimal digits of an RFID tag: all layouts begin with 3, and 96 bits are the least. */
    private void tag(int from, int to) {
        boolean marked = raw.startsWith("0x", from) || raw.startsWith("0X", from);
        boolean like = raw.charAt(from) == '3' && to - from >= 24 && to - from <= TagReader.MOST_DIGITS;
        if (marked || (like && Chars.isHex(raw, from, to) && !Chars.isDigits(raw, from, to))) {
            tag(EpcTag.read(raw.substring(from, to)), from);
        }
    }

    /** Digits alone that may be a tag's memory or a UPC-E without check digit, but more likely are something else. */
    private void lessLikely(int from, int to) {
        if (to - from == 6 && Ean.typed(raw, from, to, true) instanceof Code.GtinCode upc) {
            readings.add(upc);
        }
        boolean like = raw.charAt(from) == '3' && to - from >= 24 && to - from <= TagReader.MOST_DIGITS;
        if (like
                && Chars.isDigits(raw, from, to)
                && EpcTag.read(raw.substring(from, to)) instanceof Reading.Ok<EpcTag> ok) {
            readings.add(new Code.EpcCode(raw, ok.value().epc(), ok.value()));
        }
    }

    private void tag(Reading<EpcTag> tag, int from) {
        switch (tag) {
            case Reading.Ok<EpcTag> ok ->
                readings.add(new Code.EpcCode(raw, ok.value().epc(), ok.value()));
            case Reading.Bad<EpcTag> bad -> problem(bad.shifted(from));
        }
    }

    /**
     * EAN and UPC symbols hold a GTIN and nothing else; in a composite symbol element strings follow after {@code
     * |]e0}.
     */
    private void ean(int from, int to) {
        int bar = raw.indexOf("|]e0", from);
        int end = bar < 0 || bar > to ? to : bar;
        int before = readings.size();
        Ean.symbol(raw, aim, end, readings, problems);
        if (end < to && before < readings.size()) {
            composite(readings.get(before).gtin(), from, bar + 4, to);
        }
    }

    private void composite(@Nullable Gtin gtin, int position, int from, int to) {
        List<Code> items = List.copyOf(readings);
        readings.clear();
        ElementString.Readings rest = ElementReader.read(raw, new Aim("]e0", Aim.Kind.GS1, from, to), options);
        add(rest, true);
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i) instanceof Code.ElementStringCode code) {
                ElementString elements = code.elements();
                elements = gtin == null ? elements : elements.withItem(gtin, position);
                readings.set(i, new Code.ElementStringCode(raw, elements));
            }
        }
        readings.addAll(items);
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
            }
            Code.GtinCode upc = Ean.typed(raw, from, to, gtin.isOk());
            if (upc != null) {
                readings.add(upc);
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
        boolean inverted = WedgeFaults.isInverted(aim.identifier());
        boolean begins = Chars.isDigit(first) || first == '(' || first == '^' || first == Chars.FNC1;
        if (!marked && !inverted && !begins && WedgeFaults.token(raw, aim.from(), aim.to()) == 0) {
            return;
        }
        ElementString mended = inverted || (first != '(' && WedgeFaults.isLike(raw, aim.from(), aim.to()))
                ? WedgeFaults.read(raw, aim, options)
                : null;
        if (inverted || (!marked && !begins)) {
            mended(mended, readings.size());
            return;
        }
        int before = readings.size();
        ElementString.Readings found = ElementReader.read(raw, aim, options);
        add(found, marked || !Chars.isDigit(first) || looksLikeElements());
        boolean sure = readings.size() > before && !readings.get(before).guessed();
        mended(mended, sure ? before + 1 : before);
    }

    /** A reading of a text that a keyboard wedge spoilt; what needs no mending goes before it. */
    private void mended(@Nullable ElementString mended, int place) {
        if (mended != null) {
            readings.add(place, new Code.ElementStringCode(raw, mended));
        }
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
