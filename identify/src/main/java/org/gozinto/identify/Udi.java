/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The unique identification of a medical device, whichever agency's code it stands in (21 CFR 830.3; Regulation (EU)
 * 2017/745 annex VI part C).
 *
 * @param issuer the agency by whose rules it is written
 * @param di device identifier: GTIN of 14 digits; HIBC labeller, product and unit; ICCBBA's 16 characters, of a blood
 *     container 10; PPN
 * @param donation donation number with its flags, which only ISBT 128 has
 * @param quantity pieces, where the code says so
 */
public record Udi(
        Issuer issuer,
        String di,
        @Nullable String lot,
        @Nullable String serial,
        Meaning.@Nullable Day manufactured,
        Meaning.@Nullable Day expiry,
        @Nullable String donation,
        @Nullable Integer quantity) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyMM'00'", Locale.ROOT);

    /** Who issues device identifiers. */
    public enum Issuer {
        GS1("gs1"),
        HIBCC("hibcc"),
        ICCBBA("iccbba"),
        IFA("ifa");

        private final String word;

        Issuer(String word) {
            this.word = word;
        }

        /** The name in the API. */
        public String word() {
            return word;
        }
    }

    /** The identification in a code; null when the code has no device identifier. */
    public static @Nullable Udi of(Code code) {
        return switch (code) {
            case Code.HibcCode it -> hibc(it);
            case Code.Isbt128Code it ->
                it.data().product() == null
                        ? null
                        : of(Issuer.ICCBBA, it.data().product(), it, it.data().donation());
            case Code.Iso15434Code it -> withPpn(it, it.data().ppn());
            case Code.DataIdentifierCode it -> withPpn(it, it.data().ppn());
            case Code.GtinCode it -> of(Issuer.GS1, it.gtin().digits(), it, null);
            case Code.ElementStringCode it -> withGtin(it);
            case Code.DigitalLinkCode it -> withGtin(it);
            case Code.EpcCode it -> withGtin(it);
            default -> null;
        };
    }

    private static @Nullable Udi hibc(Code.HibcCode code) {
        Hibc.Primary primary = code.data().primary();
        return primary == null ? null : of(Issuer.HIBCC, primary.number(), code, null);
    }

    private static @Nullable Udi withPpn(Code code, @Nullable Ppn ppn) {
        return ppn == null ? withGtin(code) : of(Issuer.IFA, ppn.number(), code, null);
    }

    private static @Nullable Udi withGtin(Code code) {
        Gtin gtin = code.gtin();
        return gtin == null ? null : of(Issuer.GS1, gtin.digits(), code, null);
    }

    private static Udi of(Issuer issuer, String di, Code code, @Nullable String donation) {
        Meaning.Day made = day(code, List.of("11", "16D", "17D", "=}", "&}"));
        Meaning.Day last = code instanceof Code.HibcCode hibc
                ? day(hibc.data().find(Hibc.EXPIRY))
                : day(code, List.of("17", "7003", "14D", "15D", "=>", "&>", "D"));
        Integer pieces = code.quantity() != null
                        && code.quantity().scale() <= 0
                        && code.quantity().precision() < 9
                ? Integer.valueOf(code.quantity().intValue())
                : null;
        return new Udi(issuer, di, code.lot(), code.serial(), made, last, donation, pieces);
    }

    /** The first day among the values with these identifiers, in the order of the identifiers. */
    private static Meaning.@Nullable Day day(Code code, List<String> ids) {
        for (String id : ids) {
            for (Said said : code.said()) {
                Meaning.Day day = said.id().equals(id) ? day(said) : null;
                if (day != null) {
                    return day;
                }
            }
        }
        return null;
    }

    private static Meaning.@Nullable Day day(@Nullable Said said) {
        return switch (said == null ? null : said.meaning()) {
            case Meaning.Day day -> day;
            case Meaning.Moment moment -> new Meaning.Day(moment.time().toLocalDate(), true);
            case null, default -> null;
        };
    }

    /** The text of the symbol by the rules of the issuer; GS1 element strings without FNC1 in front. */
    public Reading<String> carrier(Options options) {
        return switch (issuer) {
            case GS1 -> elements(options).map(AiValues::separated);
            case HIBCC -> hibc(options);
            case ICCBBA -> new Isbt128Label(di, serial, donation, expiry, manufactured, lot).carrier();
            case IFA -> ifa().flatMap(label -> label.message(options));
        };
    }

    /** The text below the symbol, for people, by the rules of the issuer. */
    public Reading<String> readable(Options options) {
        return switch (issuer) {
            case GS1 -> elements(options).map(AiValues::bracketed);
            // Between asterisks; a space as check character is shown as _ (HIBCC, Check Character).
            case HIBCC ->
                hibc(options)
                        .map(text ->
                                '*' + (text.endsWith(" ") ? text.substring(0, text.length() - 1) + '_' : text) + '*');
            case ICCBBA -> carrier(options);
            case IFA -> ifa().map(IfaLabel::bracketed);
        };
    }

    private Reading<ElementString> elements(Options options) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("01", di);
        if (manufactured != null) {
            values.put("11", (manufactured.dayGiven() ? DAY : MONTH).format(manufactured.date()));
        }
        if (expiry != null) {
            values.put("17", (expiry.dayGiven() ? DAY : MONTH).format(expiry.date()));
        }
        if (quantity != null) {
            values.put("30", quantity.toString());
        }
        if (lot != null) {
            values.put("10", lot);
        }
        if (serial != null) {
            values.put("21", serial);
        }
        StringBuilder text = new StringBuilder();
        values.forEach((ai, value) -> text.append('(').append(ai).append(')').append(value.replace("(", "\\(")));
        ElementString.Readings read = ElementString.read(text.toString(), options);
        Reading.Bad<ElementString> problem = read.problem();
        return problem != null ? problem : Reading.ok(read.readings().getFirst());
    }

    private Reading<String> hibc(Options options) {
        int length = di.length();
        if (length < 6 || !Chars.isDigit(di.charAt(length - 1))) {
            return Reading.bad(
                    "di", "labeller, product and a digit for the unit are expected", Math.max(length - 1, 0));
        }
        String product = di.substring(4, length - 1);
        int unit = di.charAt(length - 1) - '0';
        return new HibcLabel(di.substring(0, 4), product, unit, lot, serial, expiry, manufactured, quantity)
                .concatenated(options);
    }

    private Reading<IfaLabel> ifa() {
        return Ppn.of(di).map(ppn -> new IfaLabel(ppn, lot, serial, expiry, manufactured));
    }
}
