/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * EAN and UPC symbols: the item's number alone, its short form UPC-E (GS1 General Specifications §5.2.2.4), and the two or
 * five digits of an add-on beside it (§5.2.2.5).
 */
final class Ean {

    private Ean() {}

    /** Reads what such a symbol gives; adds the readings to one list, and to the other what is wrong. */
    static void symbol(String raw, Aim aim, int to, List<Code> readings, List<Remark> problems) {
        int from = aim.from();
        String identifier = aim.identifier();
        if ("]E1".equals(identifier) || "]E2".equals(identifier)) {
            problems.add(new Remark("addOn", "the add-on of an EAN or UPC symbol names no item", from));
            return;
        }
        int end = "]E3".equals(identifier) ? addOn(raw, from, to) : to;
        boolean short8 = end - from == 8 && "]E0".equals(identifier);
        Code.GtinCode upc = short8 ? upcE(raw, from, end, false) : null;
        if (upc != null) {
            readings.add(upc);
        }
        int zeros = "]E4".equals(identifier) && end - from == 13 && raw.startsWith("00000", from) ? 5 : 0;
        switch (Gtin.of(raw.substring(from + zeros, end))) {
            case Reading.Ok<Gtin> ok -> readings.add(withAddOn(raw, ok.value(), end, to));
            case Reading.Bad<Gtin> bad -> {
                if (upc == null) {
                    problems.add(new Remark(bad.code(), bad.detail(), bad.position() + from + zeros));
                }
            }
        }
    }

    private static Code.GtinCode withAddOn(String raw, Gtin gtin, int end, int to) {
        int at = to - end == 3 || to - end == 6 ? end + 1 : end;
        if (at >= to) {
            return new Code.GtinCode(raw, gtin);
        }
        String digits = raw.substring(at, to);
        List<DataValue> said = List.of(new DataValue("addOn", "ADD-ON", digits, new Meaning.Text(digits), at));
        return new Code.GtinCode(raw, gtin, said, List.of(), false);
    }

    /** Where the number ends: before two or five more digits, which some readers set off. */
    private static int addOn(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = raw.charAt(i);
            if (c == ' ' || c == '+') {
                boolean good = (to - i == 3 || to - i == 6) && Chars.isDigits(raw, i + 1, to);
                return good ? i : to;
            }
        }
        int length = to - from;
        return length == 15 || length == 18 ? from + 13 : to;
    }

    /** Six or eight digits without a symbology identifier, as people type them; null when they are no UPC-E. */
    static Code.@Nullable GtinCode typed(String raw, int from, int to, boolean alsoGtin8) {
        int length = to - from;
        return length == 6 || length == 8 ? upcE(raw, from, to, alsoGtin8 || length == 6) : null;
    }

    private static Code.@Nullable GtinCode upcE(String raw, int from, int to, boolean guessed) {
        String digits = raw.substring(from, to);
        String expanded = digits.length() == 6 ? expanded('0', digits) : null;
        if (digits.length() == 8 && Chars.isDigits(digits, 0, 8) && digits.charAt(0) <= '1') {
            expanded = expanded(digits.charAt(0), digits.substring(1, 7));
            boolean right = expanded != null && expanded.charAt(11) == digits.charAt(7);
            expanded = right ? expanded : null;
        }
        if (expanded == null) {
            return null;
        }
        String detail = "the short form UPC-E of " + expanded + (digits.length() == 6 ? ", taken for system 0" : "");
        List<Remark> remarks = List.of(new Remark("upcE", detail, from));
        return new Code.GtinCode(raw, new Gtin("00" + expanded), List.of(), remarks, guessed);
    }

    /**
     * Puts the zeros back that the short form leaves out; the last digit says where. Null where the number has a shorter
     * place to leave them out, so that no encoder writes it this way.
     */
    static @Nullable String expanded(char system, String six) {
        if (six.length() != 6 || !Chars.isDigits(six, 0, 6)) {
            return null;
        }
        char last = six.charAt(5);
        boolean possible = last <= '2'
                || (last == '3' ? six.charAt(2) > '2' : last == '4' ? six.charAt(3) > '0' : six.charAt(4) > '0');
        if (!possible) {
            return null;
        }
        String body = system
                + switch (last) {
                    case '0', '1', '2' -> six.substring(0, 2) + last + "0000" + six.substring(2, 5);
                    case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
                    case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
                    default -> six.substring(0, 5) + "0000" + last;
                };
        return body + CheckDigit.of(body);
    }
}
