/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads EPC URNs: splits at the dots, puts the key together with its check digit, decodes serials. */
final class EpcReader {

    private static final int SHORTEST_PREFIX = 6;
    private static final int LONGEST_PREFIX = 12;

    private final String raw;
    private final String scheme;
    private final boolean pattern;
    /** Start of each field; a field ends one before the next start. */
    private final int[] starts;

    private EpcReader(String raw, String scheme, boolean pattern, int[] starts) {
        this.raw = raw;
        this.scheme = scheme;
        this.pattern = pattern;
        this.starts = starts;
    }

    static Reading<Epc> read(String raw) {
        if (!raw.regionMatches(true, 0, "urn:epc:", 0, 8)) {
            return Reading.bad("notEpc", "an EPC URN begins with urn:epc:", 0);
        }
        int kindEnd = raw.indexOf(':', 8);
        int schemeEnd = kindEnd < 0 ? -1 : raw.indexOf(':', kindEnd + 1);
        if (schemeEnd < 0) {
            return Reading.bad("notEpc", "urn:epc: is followed by a kind, a scheme and fields", raw.length());
        }
        String kind = raw.substring(8, kindEnd).toLowerCase(Locale.ROOT);
        String scheme = raw.substring(kindEnd + 1, schemeEnd).toLowerCase(Locale.ROOT);
        int fields = fields(kind, scheme);
        if (fields < 0) {
            return Reading.bad("epcKind", "EPC URNs are of kind id, class or idpat", 8);
        }
        if (fields == 0) {
            return Reading.ok(new Epc.Other(raw, scheme));
        }
        return split(raw, schemeEnd + 1, scheme, kind, fields);
    }

    /** Number of fields of a scheme that is read; 0 for one that is kept as it is; -1 for an unknown kind of URN. */
    private static int fields(String kind, String scheme) {
        return switch (kind) {
            case "id", "idpat" ->
                switch (scheme) {
                    case "sgtin", "sgln", "grai", "gdti", "sgcn", "cpi", "upui" -> 3;
                    case "sscc", "giai", "gsrn", "gsrnp", "ginc", "gsin", "pgln" -> 2;
                    case "itip" -> 5;
                    default -> 0;
                };
            case "class" -> scheme.equals("lgtin") ? 3 : 0;
            default -> -1;
        };
    }

    /** The last field takes all further dots: they may stand in a serial. */
    private static Reading<Epc> split(String raw, int from, String scheme, String kind, int fields) {
        int[] starts = new int[fields + 1];
        starts[0] = from;
        for (int i = 1; i < fields; i++) {
            int dot = raw.indexOf('.', starts[i - 1]);
            if (dot < 0) {
                return Reading.bad("epcFields", "the scheme " + scheme + " has " + fields + " fields", raw.length());
            }
            starts[i] = dot + 1;
        }
        starts[fields] = raw.length() + 1;
        boolean pattern = kind.equals("idpat");
        EpcReader reader = new EpcReader(raw, scheme, pattern, starts);
        if (pattern && !reader.isSerialPattern()) {
            return Reading.ok(new Epc.Other(raw, scheme));
        }
        return reader.read();
    }

    private String field(int i) {
        return raw.substring(starts[i], starts[i + 1] - 1);
    }

    /** True for patterns that leave open the last field only: a class of things. */
    private boolean isSerialPattern() {
        int last = starts.length - 2;
        for (int i = 0; i < last; i++) {
            if (raw.charAt(starts[i]) == '*' || raw.charAt(starts[i]) == '[') {
                return false;
            }
        }
        boolean serialised = switch (scheme) {
            case "sgtin", "grai", "gdti", "sgcn", "itip", "cpi", "upui" -> true;
            default -> false;
        };
        return serialised && field(last).equals("*");
    }

    private Reading<Epc> read() {
        int prefix = starts[1] - 1 - starts[0];
        if (prefix < SHORTEST_PREFIX || prefix > LONGEST_PREFIX || !Chars.isDigits(raw, starts[0], starts[1] - 1)) {
            return prefixBad(starts[0]);
        }
        return switch (scheme) {
            case "sgtin", "lgtin" -> gtin(prefix);
            case "sscc" -> numeric(18, true, body -> new Epc.SsccEpc(raw, new Sscc(body), prefix));
            case "sgln" -> sgln(prefix);
            case "pgln" -> numeric(13, false, body -> key("417", body, null, null, body.substring(prefix, 12)));
            case "gsrn" -> numeric(18, false, body -> key("8018", body, null, null, body.substring(prefix, 17)));
            case "gsrnp" -> numeric(18, false, body -> key("8017", body, null, null, body.substring(prefix, 17)));
            case "gsin" -> numeric(17, false, body -> key("402", body, null, null, body.substring(prefix, 16)));
            case "giai" -> text("8004", 30);
            case "ginc" -> text("401", 30);
            case "grai" -> serialised("8003", "0", CharSet.X, 16);
            case "gdti" -> serialised("253", "", CharSet.X, 17);
            case "sgcn" -> serialised("255", "", CharSet.N, 12);
            case "itip" -> itip();
            case "upui" -> upui();
            default -> cpi();
        };
    }

    private Reading<Epc> gtin(int prefix) {
        return numeric(14, true, body -> {
            Gtin gtin = new Gtin(body);
            if (pattern) {
                return new Epc.GtinClass(raw, gtin, prefix);
            }
            String serial = PercentText.decode(raw, starts[2], raw.length(), false);
            if (serial == null) {
                return null;
            }
            return scheme.equals("lgtin")
                    ? new Epc.Lgtin(raw, gtin, serial, prefix)
                    : new Epc.Sgtin(raw, gtin, serial, prefix);
        });
    }

    private Reading<Epc> sgln(int prefix) {
        return numeric(13, false, body -> {
            String extension = PercentText.decode(raw, starts[2], raw.length(), false);
            if (extension == null) {
                return null;
            }
            return new Epc.Sgln(raw, new Gln(body), extension.equals("0") ? null : extension, prefix);
        });
    }

    /** Builds an EPC from a key with its check digit; null when a later field is bad. */
    private interface Builder {
        @Nullable
        Epc build(String key);
    }

    /**
     * Company prefix and reference make {@code length - 1} digits; {@code leads} puts the reference's first digit in
     * front.
     */
    private Reading<Epc> numeric(int length, boolean leads, Builder builder) {
        String prefix = field(0);
        String reference = field(1);
        for (int i = 0; i < reference.length(); i++) {
            if (!Chars.isDigit(reference.charAt(i))) {
                return Reading.bad("notDigit", "the reference holds digits only", starts[1] + i);
            }
        }
        if (prefix.length() + reference.length() != length - 1 || (leads && reference.isEmpty())) {
            String detail = "company prefix and reference have " + (length - 1) + " digits together";
            return Reading.bad("length", detail, starts[1]);
        }
        String body = leads ? reference.charAt(0) + prefix + reference.substring(1) : prefix + reference;
        if (starts.length == 4 && !pattern) {
            Reading<Epc> bad = serialFlaw(2, CharSet.X, 20);
            if (bad != null) {
                return bad;
            }
        }
        Epc epc = builder.build(body + CheckDigit.of(body));
        return epc == null ? Reading.bad("percent", Flaw.PERCENT.sentence, starts[starts.length - 2]) : Reading.ok(epc);
    }

    /** Why a serial field is not well formed, or null. */
    private @Nullable Reading<Epc> serialFlaw(int index, CharSet set, int most) {
        int from = starts[index];
        int to = starts[index + 1] - 1;
        String serial = PercentText.decode(raw, from, to, false);
        if (serial == null) {
            return Reading.bad("percent", Flaw.PERCENT.sentence, PercentText.flaw(raw, from, to));
        }
        if (serial.isEmpty() || serial.length() > most) {
            int at = serial.isEmpty() ? from : PercentText.position(raw, from, Math.max(0, most));
            return Reading.bad("length", "1 to " + most + " characters are expected here", at);
        }
        long flaw = set.check(serial, 0, serial.length());
        if (flaw == Flaw.NONE) {
            return null;
        }
        int at = PercentText.position(raw, from, Flaw.position(flaw));
        return Reading.bad(Flaw.of(flaw).code, Flaw.of(flaw).sentence, at);
    }

    /** A key without check digit: company prefix and reference of letters and digits. */
    private Reading<Epc> text(String ai, int most) {
        Reading<Epc> bad = serialFlaw(1, CharSet.X, most - field(0).length());
        if (bad != null) {
            return bad;
        }
        String reference = decoded(1);
        return Reading.ok(key(ai, field(0) + reference, null, null, EpcText.escape(reference)));
    }

    /** A key of 12 digits and check digit with a serial right behind it. */
    private Reading<Epc> serialised(String ai, String lead, CharSet set, int most) {
        String body = field(0) + field(1);
        if (body.length() != 12 || !Chars.isDigits(body, 0, 12)) {
            return Reading.bad("length", "company prefix and type have 12 digits together", starts[1]);
        }
        Reading<Epc> bad = pattern ? null : serialFlaw(2, set, most);
        if (bad != null) {
            return bad;
        }
        String serial = pattern ? "" : decoded(2);
        String rest = field(1) + '.' + (pattern ? "*" : EpcText.escape(serial));
        return Reading.ok(key(ai, lead + body + CheckDigit.of(body) + serial, null, null, rest));
    }

    private Reading<Epc> itip() {
        Gtin gtin = gtinOrNull();
        String pieces = field(2) + field(3);
        if (gtin == null
                || pieces.length() != 4
                || ValueRule.PIECES.check(pieces, 0, 4, java.time.LocalDate.EPOCH) != Flaw.NONE) {
            return Reading.bad("length", "an item reference, a piece number and a total are expected here", starts[1]);
        }
        Reading<Epc> bad = pattern ? null : serialFlaw(4, CharSet.X, 20);
        if (bad != null) {
            return bad;
        }
        String serial = pattern ? null : decoded(4);
        String last = serial == null ? "*" : EpcText.escape(serial);
        String rest = field(1) + '.' + field(2) + '.' + field(3) + '.' + last;
        return Reading.ok(key("8006", gtin.digits() + pieces, serial == null ? null : "21", serial, rest));
    }

    private Reading<Epc> upui() {
        Gtin gtin = gtinOrNull();
        if (gtin == null) {
            return Reading.bad("length", "company prefix and reference have 13 digits together", starts[1]);
        }
        Reading<Epc> bad = pattern ? null : serialFlaw(2, CharSet.X, 28);
        if (bad != null) {
            return bad;
        }
        String tpx = pattern ? null : decoded(2);
        String rest = field(1) + '.' + (tpx == null ? "*" : EpcText.escape(tpx));
        return Reading.ok(key("01", gtin.digits(), tpx == null ? null : "235", tpx, rest));
    }

    private Reading<Epc> cpi() {
        Reading<Epc> bad = serialFlaw(1, CharSet.Y, 30 - field(0).length());
        bad = bad == null && !pattern ? serialFlaw(2, CharSet.N, 12) : bad;
        if (bad != null) {
            return bad;
        }
        String serial = pattern ? null : decoded(2);
        String rest = EpcText.escape(decoded(1)) + '.' + (serial == null ? "*" : serial);
        return Reading.ok(key("8010", field(0) + decoded(1), serial == null ? null : "8011", serial, rest));
    }

    private @Nullable Gtin gtinOrNull() {
        String prefix = field(0);
        String reference = field(1);
        if (prefix.length() + reference.length() != 13 || !Chars.isDigits(reference, 0, reference.length())) {
            return null;
        }
        String body = reference.charAt(0) + prefix + reference.substring(1);
        return new Gtin(body + CheckDigit.of(body));
    }

    /** A field whose form {@link #serialFlaw} found good. */
    private String decoded(int index) {
        String text = PercentText.decode(raw, starts[index], starts[index + 1] - 1, false);
        return text == null ? "" : text;
    }

    private Epc.Key key(
            String ai, String value, @Nullable String extensionAi, @Nullable String extension, String rest) {
        String urn = "urn:epc:" + (pattern ? "idpat:" : "id:") + scheme + ':' + field(0) + '.' + rest;
        return new Epc.Key(raw, scheme, ai, value, extensionAi, extension, field(0).length(), urn);
    }

    static Reading<Epc> prefixBad(int position) {
        return Reading.bad("companyPrefix", "a GS1 Company Prefix of 6 to 12 digits is expected here", position);
    }
}
