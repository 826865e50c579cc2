/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigInteger;

/** Lays out the bits of tags. */
final class TagWriter {

    private TagWriter() {}

    static Reading<EpcTag> tag(Epc epc, EpcTag.Form form, int filter) {
        if (filter < 0 || filter > 7) {
            return Reading.bad("epcFilter", "the filter is 0 to 7", 0);
        }
        if (!epc.urn().startsWith("urn:epc:id:" + form.scheme + ':')) {
            return Reading.bad("epcKind", "a tag " + form.word() + " holds an EPC of the scheme " + form.scheme, 0);
        }
        String last = last(epc);
        int numberBits = form == EpcTag.Form.GIAI_96
                ? TagLayout.referenceBits(form, 12 - epc.prefixLength())
                : TagLayout.serialBits(form);
        if (numberBits > 0 && !isNumber(last, numberBits)) {
            String detail = "a tag " + form.word() + " holds a number below " + BigInteger.ONE.shiftLeft(numberBits)
                    + " without leading zeros, not " + last;
            return Reading.bad("serialNumber", detail, 0);
        }
        int most = form == EpcTag.Form.GIAI_96 || form == EpcTag.Form.GIAI_202
                ? TagLayout.referenceDigits(form, 12 - epc.prefixLength())
                : Integer.MAX_VALUE;
        if (last.length() > most) {
            return Reading.bad("length", "a tag " + form.word() + " has room for " + most + " characters", 0);
        }
        EpcTag tag = new EpcTag("", form, filter, epc);
        return Reading.ok(new EpcTag(tag.uri(), form, filter, epc));
    }

    private static boolean isNumber(String text, int bits) {
        boolean digits = text.length() <= 19 && Chars.isDigits(text, 0, text.length());
        boolean plain = text.length() == 1 || (digits && text.charAt(0) != '0');
        return digits && plain && new BigInteger(text).bitLength() <= bits;
    }

    /** The fields of the URN, from the company prefix on. */
    static String fields(Epc epc) {
        String urn = epc.urn();
        return urn.substring(urn.indexOf(':', "urn:epc:id:".length()) + 1);
    }

    /** The last field as it is meant, without escapes; the dots before it are those of the fields. */
    private static String last(Epc epc) {
        String fields = fields(epc);
        int at = fields.indexOf('.') + 1;
        boolean two = epc instanceof Epc.SsccEpc
                || (epc instanceof Epc.Key key && key.scheme().equals("giai"));
        at = two ? at : fields.indexOf('.', at) + 1;
        String text = PercentText.decode(fields, at, fields.length(), false);
        return text == null ? "" : text;
    }

    static Bits bits(EpcTag tag) {
        EpcTag.Form form = tag.form();
        String fields = fields(tag.epc());
        int prefix = tag.epc().prefixLength();
        int partition = 12 - prefix;
        Bits bits = new Bits(form.bits);
        bits.put(form.header, 8);
        bits.put(tag.filter(), 3);
        bits.put(partition, 3);
        bits.put(Long.parseLong(fields, 0, prefix, 10), TagLayout.prefixBits(partition));
        String last = last(tag.epc());
        int size = TagLayout.referenceBits(form, partition);
        if (form == EpcTag.Form.GIAI_202) {
            text(bits, last, size);
        } else {
            int end = fields.indexOf('.', prefix + 1);
            int to = end < 0 ? fields.length() : end;
            bits.put(to == prefix + 1 ? 0 : Long.parseLong(fields, prefix + 1, to, 10), size);
        }
        if (TagLayout.serialBits(form) > 0) {
            bits.put(Long.parseLong(last), TagLayout.serialBits(form));
        } else {
            text(bits, TagLayout.serialCharacters(form) > 0 ? last : "", TagLayout.serialCharacters(form) * 7);
        }
        if (form == EpcTag.Form.SSCC_96) {
            bits.put(0, 24);
        }
        return bits;
    }

    private static void text(Bits bits, String text, int size) {
        for (int i = 0; i < text.length(); i++) {
            bits.put(text.charAt(i), 7);
        }
        for (int left = size - 7 * text.length(); left > 0; left -= 32) {
            bits.put(0, Math.min(left, 32));
        }
    }
}
