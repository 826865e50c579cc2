/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of ISO/IEC 15434 as scanners give them: RS and EOT at the end may be missing, identifiers may be
 * empty, separators may be lost or replaced. The macros 05 and 06 of Data Matrix stand for the same envelope (ISO/IEC
 * 16022, macro characters), which decoders write out.
 */
final class Iso15434Reader {

    private static final int MOST_FORMATS = 32;
    private static final Map<String, String> TEXT_ELEMENTS = Map.ofEntries(
            Map.entry("MFR", "MANUFACTURER"),
            Map.entry("CAG", "CAGE CODE"),
            Map.entry("DUN", "DUNS NUMBER"),
            Map.entry("SPL", "SUPPLIER"),
            Map.entry("SER", "SERIAL"),
            Map.entry("SEQ", "SEQUENTIAL SERIAL"),
            Map.entry("UCN", "UNIQUE COMPONENT"),
            Map.entry("USN", "UNIVERSAL SERIAL"),
            Map.entry("UID", "UNIQUE ITEM"),
            Map.entry("PNO", "ORIGINAL PART"),
            Map.entry("PNR", "CURRENT PART"),
            Map.entry("LOT", "LOT"),
            Map.entry("BII", "BATCH"),
            Map.entry("DMF", "DATE OF MANUFACTURE"),
            Map.entry("EXP", "EXPIRY"),
            Map.entry("QTY", "QUANTITY"));

    private final String raw;
    private final Envelope envelope;
    private final Options options;
    private final List<Iso15434.Format> formats = new ArrayList<>(2);
    private final List<Remark> remarks = new ArrayList<>(0);
    /** Other ways to divide a format 06 whose separators are lost; the first is among the formats. */
    private final List<DataIdentifiers> others = new ArrayList<>(0);

    private int divided = -1;
    private boolean guessed;

    private Iso15434Reader(String raw, Envelope envelope, Options options) {
        this.raw = raw;
        this.envelope = envelope;
        this.options = options;
        this.guessed = envelope.replaced();
    }

    /**
     * True for a text that has lost the characters in front of the first format: {@code RS 06 GS …} or {@code 06 GS …}.
     */
    static boolean headless(String raw, int from, int to) {
        int at = from < to && raw.charAt(from) == Envelope.RS ? from + 1 : from;
        return at + 3 < to
                && raw.charAt(at) == '0'
                && (raw.charAt(at + 1) == '5' || raw.charAt(at + 1) == '6')
                && raw.charAt(at + 2) == Chars.FNC1;
    }

    static Reading<List<Iso15434>> read(String raw, int from, int to, Options options) {
        // Some distributors' labels have a > too many in front.
        int start = raw.startsWith(">[)>", from) ? from + 1 : from;
        boolean headless = headless(raw, from, to);
        if (!headless && (!raw.startsWith("[)>", start) || start + 3 > to)) {
            int at = start;
            while (at < to && at - start < 3 && raw.charAt(at) == "[)>".charAt(at - start)) {
                at++;
            }
            return Reading.bad("envelope", "the envelope begins with [)>", at);
        }
        Envelope envelope = Envelope.of(raw, headless ? start : start + 3, to);
        Iso15434Reader reader = new Iso15434Reader(raw, envelope, options);
        if (headless) {
            reader.guessed = true;
            reader.remarks.add(new Remark("envelope", "the beginning of the envelope, [)>, is missing", from));
        }
        Reading.Bad<List<Iso15434>> bad = reader.walk();
        return bad != null ? bad : Reading.ok(reader.answers());
    }

    private List<Iso15434> answers() {
        List<Iso15434> answers = new ArrayList<>();
        answers.add(new Iso15434(raw, formats, remarks, guessed));
        for (DataIdentifiers other : others) {
            List<Iso15434.Format> with = new ArrayList<>(formats);
            with.set(divided, new Iso15434.Data("06", other));
            List<Remark> all = new ArrayList<>(remarks);
            all.addAll(other.remarks());
            answers.add(new Iso15434(raw, with, all, true));
        }
        return List.copyOf(answers);
    }

    private Reading.@Nullable Bad<List<Iso15434>> walk() {
        String text = envelope.text();
        int end = envelope.end();
        int at = 0;
        if (envelope.replaced()) {
            remarks.add(new Remark("replaced", "other characters stand for the separators", envelope.place(0)));
        }
        if (!text.isEmpty() && text.charAt(0) == Envelope.RS) {
            at++;
        } else if (!guessed) {
            remarks.add(new Remark("separator", "RS is missing after [)>", envelope.place(0)));
        }
        if (at >= end) {
            return new Reading.Bad<>("empty", "there is no format in the envelope", envelope.place(at));
        }
        while (at < end) {
            if (at + 2 > end || !Chars.isDigit(text.charAt(at)) || !Chars.isDigit(text.charAt(at + 1))) {
                return new Reading.Bad<>("format", "the two digits of a format are expected here", envelope.place(at));
            }
            if (formats.size() == MOST_FORMATS) {
                return new Reading.Bad<>("tooMany", "more than " + MOST_FORMATS + " formats", envelope.place(at));
            }
            int close = envelope.find(Envelope.RS, at + 2, end);
            format(text.substring(at, at + 2), at + 2, close);
            at = close + 1;
        }
        if (!envelope.closed()) {
            remarks.add(new Remark("trailer", "RS and EOT are missing at the end", envelope.place(text.length())));
        }
        return null;
    }

    private void format(String number, int from, int to) {
        switch (number) {
            case "05" -> elements(from, to);
            case "06" -> data(from, to);
            case "12" -> textElements(afterSeparator(from, to), to);
            case "00", "01", "02", "03", "04", "07", "08", "09", "10" -> other(number, from, to);
            default -> {
                remarks.add(new Remark("format", "format " + number + " is not known", envelope.place(from - 2)));
                other(number, from, to);
            }
        }
    }

    private void other(String number, int from, int to) {
        formats.add(new Iso15434.Other(number, envelope.text().substring(from, to)));
    }

    private int afterSeparator(int from, int to) {
        if (from < to && envelope.text().charAt(from) == Chars.FNC1) {
            return from + 1;
        }
        remarks.add(new Remark("separator", "GS is missing after the format", envelope.place(from)));
        return from;
    }

    private void elements(int from, int to) {
        int start = afterSeparator(from, to);
        Aim aim = new Aim("]d2", Aim.Kind.GS1, start, to);
        ElementString.Readings found = ElementReader.read(envelope.text(), aim, options);
        if (found.readings().isEmpty()) {
            Reading.Bad<ElementString> bad = found.problem();
            if (bad != null) {
                remarks.add(new Remark(bad.code(), bad.detail(), envelope.place(bad.position())));
            }
            other("05", from, to);
            return;
        }
        ElementString first = found.readings().getFirst();
        List<AiValue> values = new ArrayList<>();
        for (AiValue it : first.values()) {
            values.add(new AiValue(it.ai(), it.title(), it.value(), it.meaning(), envelope.place(it.position())));
        }
        List<Remark> odd = new ArrayList<>();
        first.remarks().forEach(r -> odd.add(new Remark(r.code(), r.detail(), envelope.place(r.position()))));
        remarks.addAll(odd);
        guessed |= first.guessed() || found.ambiguous();
        formats.add(new Iso15434.Elements("05", new ElementString(raw, values, odd, first.guessed())));
    }

    private void data(int from, int to) {
        String text = envelope.text();
        int start = afterSeparator(from, to);
        boolean one = envelope.find(Chars.FNC1, start, to) == to;
        if (one && start < to && (start == from || !good(start, to))) {
            List<List<int[]>> divisions = LostDataSeparators.divisions(text, start, to, options);
            if (!divisions.isEmpty()) {
                remarks.add(new Remark("separator", "the separators are lost", envelope.place(start)));
                guessed = true;
                divided = formats.size();
                divisions.forEach(fields -> others.add(divided(fields)));
                formats.add(new Iso15434.Data("06", others.removeFirst()));
                return;
            }
        }
        DataReader reader = new DataReader(text, envelope.places(), options);
        reader.fields(start, to);
        remarks.addAll(reader.remarks);
        formats.add(new Iso15434.Data("06", new DataIdentifiers(raw, reader.values, reader.remarks, guessed)));
    }

    private boolean good(int from, int to) {
        Di di = DiTable.at(envelope.text(), from, to);
        return di != null && di.check(envelope.text(), from + di.code().length(), to, options.today()) == Flaw.NONE;
    }

    private DataIdentifiers divided(List<int[]> fields) {
        DataReader reader = new DataReader(envelope.text(), envelope.places(), options);
        fields.forEach(field -> reader.field(field[0], field[1]));
        return new DataIdentifiers(raw, reader.values, reader.remarks, true);
    }

    /** Three letters, a space, the value (ATA Spec 2000 chapter 9, text element identifiers). */
    private void textElements(int from, int to) {
        String text = envelope.text();
        List<DataValue> values = new ArrayList<>();
        int at = from;
        while (at < to) {
            int end = envelope.find(Chars.FNC1, at, to);
            int space = envelope.find(' ', at, end);
            if (space - at == 3 && space + 1 < end) {
                String id = text.substring(at, space);
                String value = text.substring(space + 1, end);
                String title = TEXT_ELEMENTS.getOrDefault(id, "");
                values.add(new DataValue(id, title, value, new Meaning.Text(value), envelope.place(space + 1)));
            } else if (end > at) {
                String detail = "three letters, a space and a value are expected here";
                remarks.add(new Remark("textElement", detail, envelope.place(at)));
            }
            at = end + 1;
        }
        formats.add(new Iso15434.TextElements("12", values));
    }
}
