/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads tags: takes the bits apart, puts the URN of the thing together, and lets the reader of URNs judge it. */
final class TagReader {

    /** 256 bits: more than the longest layout, whole words of memory. */
    static final int MOST_DIGITS = 64;

    private static final String TAG = "urn:epc:tag:";
    private static final String RAW = "urn:epc:raw:";

    private final String raw;
    /** Where the hexadecimal digits begin; one digit for four bits. */
    private final int from;

    private final Bits bits;
    private int failedAt = -1;

    private TagReader(String raw, int from, int to) {
        this.raw = raw;
        this.from = from;
        this.bits = new Bits((to - from) * 4);
        for (int i = from; i < to; i++) {
            bits.put(Chars.hex(raw.charAt(i)), 4);
        }
    }

    static Reading<EpcTag> read(String raw) {
        int to = raw.length();
        if (raw.regionMatches(true, 0, TAG, 0, TAG.length())) {
            return uri(raw);
        }
        int from = 0;
        if (raw.regionMatches(true, 0, RAW, 0, RAW.length())) {
            int dot = raw.indexOf('.', RAW.length());
            boolean counted = dot > 0 && dot - RAW.length() <= 4 && Chars.isDigits(raw, RAW.length(), dot);
            if (!counted || dot + 1 >= to || (raw.charAt(dot + 1) | 0x20) != 'x') {
                return Reading.bad("epcRaw", "urn:epc:raw: is followed by the number of bits, .x and digits", 12);
            }
            from = dot + 2;
            int said = Integer.parseInt(raw, RAW.length(), dot, 10);
            if ((said + 3) / 4 != to - from) {
                return Reading.bad("length", said + " bits are not " + (to - from) + " hexadecimal digits", 12);
            }
        } else if (raw.startsWith("0x") || raw.startsWith("0X")) {
            from = 2;
        }
        return hex(raw, from, to);
    }

    private static Reading<EpcTag> hex(String raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.hex(raw.charAt(i)) < 0) {
                return Reading.bad("notHex", "a hexadecimal digit is expected here", i);
            }
        }
        EpcTag.Form form = to - from < 2 ? null : form(raw, from);
        if (form == null) {
            return Reading.bad("epcHeader", "the first two digits name no layout of tags that is known here", from);
        }
        if ((to - from) * 4 < form.bits) {
            String detail = form.word() + " has at least " + (form.bits + 3) / 4 + " hexadecimal digits";
            return Reading.bad("length", detail, to);
        }
        if (to - from > MOST_DIGITS) {
            return Reading.bad(
                    "length", "a tag has at most " + MOST_DIGITS + " hexadecimal digits", from + MOST_DIGITS);
        }
        return new TagReader(raw, from, to).tag(form);
    }

    static EpcTag.@Nullable Form form(String raw, int from) {
        int header = Chars.hex(raw.charAt(from)) * 16 + Chars.hex(raw.charAt(from + 1));
        for (EpcTag.Form form : EpcTag.Form.values()) {
            if (form.header == header) {
                return form;
            }
        }
        return null;
    }

    private int digit() {
        return from + bits.at() / 4;
    }

    private Reading<EpcTag> tag(EpcTag.Form form) {
        bits.take(8);
        int filter = (int) bits.take(3);
        int partition = (int) bits.take(3);
        if (partition > 6) {
            return Reading.bad("epcPartition", "the partition is 0 to 6", from + 2);
        }
        int prefixAt = digit();
        long prefix = bits.take(TagLayout.prefixBits(partition));
        if (prefix >= TagLayout.power(TagLayout.prefixDigits(partition))) {
            return Reading.bad("epcField", "the company prefix has more digits than its partition allows", prefixAt);
        }
        int referenceAt = digit();
        String reference = reference(form, partition);
        String serial = reference == null ? null : serial(form);
        if (reference == null || serial == null) {
            return Reading.bad("epcField", "this field holds what it may not hold", Math.max(failedAt, referenceAt));
        }
        if (!bits.restIsZero()) {
            return Reading.bad("epcField", "only zeros may follow here", digit());
        }
        String urn = "urn:epc:id:" + form.scheme + ':' + TagLayout.padded(prefix, TagLayout.prefixDigits(partition))
                + '.' + reference + serial;
        return switch (Epc.read(urn)) {
            case Reading.Ok<Epc> ok -> Reading.ok(new EpcTag(raw, form, filter, ok.value()));
            case Reading.Bad<Epc> bad -> Reading.bad(bad.code(), bad.detail(), referenceAt);
        };
    }

    private @Nullable String reference(EpcTag.Form form, int partition) {
        int size = TagLayout.referenceBits(form, partition);
        int digits = TagLayout.referenceDigits(form, partition);
        if (form == EpcTag.Form.GIAI_202) {
            return text(size, digits);
        }
        long number = bits.take(size);
        if (form == EpcTag.Form.GIAI_96) {
            return Long.toString(number).length() <= digits ? Long.toString(number) : null;
        }
        return number < TagLayout.power(digits) ? TagLayout.padded(number, digits) : null;
    }

    /** Dot and serial; nothing where the form has none. */
    private @Nullable String serial(EpcTag.Form form) {
        failedAt = digit();
        int size = TagLayout.serialBits(form);
        if (size > 0) {
            return "." + bits.take(size);
        }
        int characters = TagLayout.serialCharacters(form);
        if (characters == 0) {
            return "";
        }
        String text = text(characters * 7, characters);
        return text == null ? null : '.' + text;
    }

    /** Characters of 7 bits up to the first zero, escaped for a URN; null when it is none of the set. */
    private @Nullable String text(int size, int most) {
        StringBuilder out = new StringBuilder();
        int left = size;
        boolean ended = false;
        while (left > 0) {
            int count = Math.min(left, 7);
            failedAt = digit();
            char c = (char) bits.take(count);
            left -= count;
            ended |= c == 0;
            if (c != 0 && (ended || count < 7 || out.length() == most || !CharSet.X.has(c))) {
                return null;
            }
            if (!ended) {
                out.append(c);
            }
        }
        return out.isEmpty() ? null : EpcText.escape(out.toString());
    }

    private static Reading<EpcTag> uri(String raw) {
        int colon = raw.indexOf(':', TAG.length());
        if (colon < 0) {
            return Reading.bad("notEpc", "urn:epc:tag: is followed by a layout and fields", raw.length());
        }
        String word = raw.substring(TAG.length(), colon).toLowerCase(Locale.ROOT);
        EpcTag.Form form = null;
        for (EpcTag.Form one : EpcTag.Form.values()) {
            form = one.word().equals(word) ? one : form;
        }
        if (form == null) {
            return Reading.bad("epcKind", "this layout of tags is not known here", TAG.length());
        }
        int filter = colon + 1 < raw.length() ? raw.charAt(colon + 1) - '0' : -1;
        if (filter < 0 || filter > 7 || colon + 2 >= raw.length() || raw.charAt(colon + 2) != '.') {
            return Reading.bad("epcFilter", "the filter is one digit from 0 to 7", Math.min(colon + 1, raw.length()));
        }
        String head = "urn:epc:id:" + form.scheme + ':';
        int moved = colon + 3 - head.length();
        Reading<Epc> epc = Epc.read(head + raw.substring(colon + 3));
        if (epc instanceof Reading.Bad<Epc> bad) {
            return Reading.bad(bad.code(), bad.detail(), bad.position() + moved);
        }
        Reading<EpcTag> tag = TagWriter.tag(((Reading.Ok<Epc>) epc).value(), form, filter);
        return switch (tag) {
            case Reading.Ok<EpcTag> ok ->
                Reading.ok(new EpcTag(raw, form, filter, ok.value().epc()));
            case Reading.Bad<EpcTag> bad -> Reading.bad(bad.code(), bad.detail(), raw.lastIndexOf('.') + 1);
        };
    }
}
