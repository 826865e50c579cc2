/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.List;

/**
 * The readings of the families beside GS1. The first character tells which of them come into question, so that a text
 * which is none of them costs next to nothing.
 */
final class OtherFamilies {

    private final String raw;
    private final int from;
    private final int to;
    private final Options options;
    private final List<Code> readings;
    private final List<Remark> problems;

    private OtherFamilies(String raw, Aim aim, Options options, List<Code> readings, List<Remark> problems) {
        this.raw = raw;
        this.from = aim.from();
        this.to = aim.to();
        this.options = options;
        this.readings = readings;
        this.problems = problems;
    }

    /** Adds readings and problems; the text is not empty and no GS1 symbol. */
    static void read(String raw, Aim aim, Options options, List<Code> readings, List<Remark> problems) {
        new OtherFamilies(raw, aim, options, readings, problems).read();
    }

    private void read() {
        char first = raw.charAt(from);
        switch (first) {
            case '+', '*' -> hibc();
            case '=', '&' -> isbt();
            case '[', '>' -> message();
            case '-' -> pzn(from + 1);
            case Envelope.RS -> headless();
            default -> {
                if (Chars.isCapitalOrDigit(first)) {
                    bare(first);
                }
            }
        }
    }

    private void problem(Reading.Bad<?> bad) {
        problems.add(new Remark(bad.code(), bad.detail(), bad.position()));
    }

    private void hibc() {
        boolean starred = raw.charAt(from) == '*';
        int at = starred ? from + 1 : from;
        if (at + 2 >= to || raw.charAt(at) != '+') {
            return;
        }
        switch (HibcReader.read(raw, from, to, options)) {
            case Reading.Ok<Hibc> ok -> readings.add(new Code.HibcCode(raw, ok.value()));
            case Reading.Bad<Hibc> bad -> {
                if (!telephone(at + 1)) {
                    problem(bad);
                }
            }
        }
    }

    /** A telephone number begins with + too; without any letter or dollar it is no HIBC code gone wrong. */
    private boolean telephone(int start) {
        for (int i = start; i < to; i++) {
            if (Chars.isLetterOrDigit(raw.charAt(i)) && !Chars.isDigit(raw.charAt(i)) || raw.charAt(i) == '$') {
                return false;
            }
        }
        return true;
    }

    private void isbt() {
        if (to - from < 3) {
            return;
        }
        switch (Isbt128Reader.read(raw, from, to)) {
            case Reading.Ok<Isbt128> ok -> readings.add(new Code.Isbt128Code(raw, ok.value()));
            case Reading.Bad<Isbt128> bad -> problem(bad);
        }
    }

    private void message() {
        if (!raw.startsWith("[)", from) && !raw.startsWith(">[)>", from)) {
            return;
        }
        switch (Iso15434Reader.read(raw, from, to, options)) {
            case Reading.Ok<List<Iso15434>>(List<Iso15434> all) ->
                all.forEach(one -> readings.add(new Code.Iso15434Code(raw, one)));
            case Reading.Bad<List<Iso15434>> bad -> problem(bad);
        }
    }

    private void headless() {
        if (Iso15434Reader.headless(raw, from, to)
                && Iso15434Reader.read(raw, from, to, options)
                        instanceof Reading.Ok<List<Iso15434>>(List<Iso15434> all)) {
            all.forEach(one -> readings.add(new Code.Iso15434Code(raw, one)));
        }
    }

    /** {@code -} and 8 digits (7 before 2013), as Code 39 carries them (IFA, Technical Information PZN in Code 39). */
    private void pzn(int start) {
        int length = to - start;
        if ((length == 7 || length == 8) && Chars.isDigits(raw, start, to)) {
            switch (Pzn.of(raw.substring(start, to))) {
                case Reading.Ok<Pzn>(Pzn pzn) -> readings.add(new Code.PznCode(raw, pzn, start));
                case Reading.Bad<Pzn> bad -> problem(bad.shifted(start));
            }
        }
    }

    private void bare(char first) {
        int length = to - from;
        if (Chars.isDigit(first)) {
            if (length == 15 || length == 16) {
                imei();
            }
            headless();
        } else if (length == 14) {
            Isbt128 donation = Isbt128Reader.typed(raw, from, to);
            if (donation != null) {
                readings.add(new Code.Isbt128Code(raw, donation));
            }
        } else if (first == 'P' && raw.startsWith("PZN", from)) {
            char next = from + 3 < to ? raw.charAt(from + 3) : ' ';
            pzn(next == '-' || next == ' ' || next == ':' ? from + 4 : from + 3);
        }
        if (length == 17) {
            vin(from);
        } else if (length == 18 && first == 'I') {
            vin(from + 1);
        }
        data();
    }

    private void imei() {
        if (Imei.of(raw, from, to) instanceof Reading.Ok<Imei>(Imei imei)) {
            readings.add(new Code.ImeiCode(raw, imei, from, imei.withVersion()));
        }
    }

    private void vin(int start) {
        // The last four characters are digits, and a number without any letter is no VIN.
        if (!Chars.isDigits(raw, to - 4, to) || Chars.isDigits(raw, start, to)) {
            return;
        }
        switch (Vin.of(raw, start, to)) {
            case Reading.Ok<Vin>(Vin vin) -> {
                boolean right = vin.checkDigitRight();
                List<Remark> remarks = right
                        ? List.of()
                        : List.of(new Remark("checkDigit", "place 9 holds no check digit", start + 8));
                readings.add(new Code.VinCode(raw, vin, start, remarks, !right));
            }
            case Reading.Bad<Vin> bad -> {
                if (bad.code().equals("checkDigit")) {
                    problem(bad);
                }
            }
        }
    }

    /** One value with its identifier, as linear labels carry it, or several with separators between them. */
    private void data() {
        Di di = DiTable.at(raw, from, to);
        if (di == null || from + di.code().length() == to) {
            return;
        }
        if (raw.indexOf(Chars.FNC1, from) >= 0) {
            row();
            return;
        }
        int start = from + di.code().length();
        if (!di.alone() || !printable(start) || di.code().length() == 1 && !hasDigit(start)) {
            return;
        }
        if (di.check(raw, start, to, options.today()) == Flaw.NONE) {
            String text = raw.substring(start, to);
            Meaning meaning = di.meaning(raw, start, to, options.today());
            DataValue value = new DataValue(di.code(), di.title(), text, meaning, start);
            add(new DataIdentifiers(raw, List.of(value), List.of(), true));
        } else if (di.says() == Di.Says.PPN || di.says() == Di.Says.GTIN) {
            divided();
        }
    }

    private void add(DataIdentifiers data) {
        readings.add(new Code.DataIdentifierCode(raw, data));
    }

    /** A label of a medicine without envelope and separators. */
    private void divided() {
        for (List<int[]> fields : LostDataSeparators.divisions(raw, from, to, options)) {
            DataReader reader = new DataReader(raw, null, options);
            fields.forEach(field -> reader.field(field[0], field[1]));
            add(new DataIdentifiers(raw, reader.values, reader.remarks, true));
        }
    }

    private void row() {
        DataReader reader = new DataReader(raw, null, options);
        int end = to;
        while (end > from && (raw.charAt(end - 1) == Envelope.EOT || raw.charAt(end - 1) == Envelope.RS)) {
            end--;
        }
        reader.fields(from, end);
        boolean known = true;
        for (Remark remark : reader.remarks) {
            known &= !remark.code().equals("unknownDi") && !remark.code().equals("dataIdentifier");
        }
        if (known) {
            add(new DataIdentifiers(raw, reader.values, reader.remarks, true));
        }
    }

    private boolean printable(int start) {
        for (int i = start; i < to; i++) {
            if (raw.charAt(i) < ' ' || raw.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private boolean hasDigit(int start) {
        for (int i = start; i < to; i++) {
            if (Chars.isDigit(raw.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
