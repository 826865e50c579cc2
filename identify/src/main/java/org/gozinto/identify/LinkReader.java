/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads Digital Links: finds the rightmost key in the path, then qualifiers in their order, then attributes. */
final class LinkReader {

    private static final String[] SCHEMES = {"https://", "http://", "HTTPS://", "HTTP://"};
    private static final boolean[] URI = characters("-._~:/?#[]@!$&'()*+,;=%");
    private static final boolean[] DOMAIN = characters("-._:[]");

    private final String raw;
    private final Options options;
    private final List<AiValue> values = new ArrayList<>(4);
    private final List<Ai> ais = new ArrayList<>(4);
    /** The qualifiers in the path; those that could have stood beside them may not stand in the query. */
    private final List<String> inPath = new ArrayList<>(2);

    private final List<Remark> odd = new ArrayList<>(0);
    private Reading.@Nullable Bad<DigitalLink> bad;

    private LinkReader(String raw, Options options) {
        this.raw = raw;
        this.options = options;
    }

    static Reading<DigitalLink> read(String raw, int from, int to, Options options) {
        LinkReader reader = new LinkReader(raw, options);
        reader.link(from, to);
        Reading.Bad<DigitalLink> bad = reader.bad;
        if (bad != null) {
            return bad;
        }
        List<Remark> remarks = AiPairs.remarks(reader.values, reader.ais);
        remarks.addAll(reader.odd);
        return Reading.ok(new DigitalLink(raw, reader.values, remarks));
    }

    private void fail(String code, String detail, int position) {
        if (bad == null) {
            bad = new Reading.Bad<>(code, detail, position);
        }
    }

    private void link(int from, int to) {
        int authority = authority(from);
        if (authority < 0) {
            fail("notLink", "a Digital Link begins with http:// or https://", from);
            return;
        }
        for (int i = from; i < to; i++) {
            if (!isUriCharacter(raw.charAt(i))) {
                fail("uriCharacter", "this character may not stand in a URI", i);
                return;
            }
        }
        int hash = raw.indexOf('#', authority);
        int end = hash < 0 || hash > to ? to : hash;
        int mark = raw.indexOf('?', authority);
        int pathEnd = mark < 0 || mark > end ? end : mark;
        int path = raw.indexOf('/', authority);
        if (path < 0 || path >= pathEnd) {
            fail("noKey", "no GS1 key is in the path", pathEnd);
            return;
        }
        for (int i = authority; i < path; i++) {
            char c = raw.charAt(i);
            if (c >= 128 || !DOMAIN[c]) {
                fail("domain", "this character may not stand in a domain name", i);
                return;
            }
        }
        if (path == authority) {
            fail("domain", "there is no domain name", path);
            return;
        }
        path(path, pathEnd);
        if (bad == null && pathEnd < end) {
            query(pathEnd + 1, end);
        }
    }

    /** Where the domain begins; schemes are all small or all capital letters. */
    private int authority(int from) {
        for (String scheme : SCHEMES) {
            if (raw.startsWith(scheme, from)) {
                return from + scheme.length();
            }
        }
        return -1;
    }

    private static boolean isUriCharacter(char c) {
        return c < 128 && URI[c];
    }

    /** Letters, digits and these. */
    private static boolean[] characters(String others) {
        boolean[] set = new boolean[128];
        for (char c = 0; c < 128; c++) {
            set[c] = Chars.isLetterOrDigit(c) || others.indexOf(c) >= 0;
        }
        return set;
    }

    /** Reads the path from its right end: the last key counts, whatever stands before it. */
    private void path(int from, int to) {
        if (to - from > 1 && raw.charAt(to - 1) == '/') {
            fail("trailingSlash", "the path ends with a slash", to - 1);
            return;
        }
        int[] slashes = slashes(from, to);
        int key = -1;
        Ai ai = null;
        for (int i = slashes.length - 3; i >= 0 && ai == null; i -= 2) {
            Ai found = named(slashes[i] + 1, slashes[i + 1], true);
            if (found != null && found.link.key()) {
                key = i;
                ai = found;
            }
        }
        if (ai == null) {
            withoutPairs(slashes);
            return;
        }
        pathValue(ai, slashes[key + 1] + 1, slashes[key + 2]);
        for (int i = key + 2; i + 2 < slashes.length && bad == null; i += 2) {
            int start = slashes[i] + 1;
            Ai qualifier = named(start, slashes[i + 1], false);
            if (qualifier == null) {
                fail("qualifier", "this is no qualifier of AI " + ai.code, start);
                return;
            }
            inPath.add(qualifier.code);
            if (!mayFollow(ai, inPath)) {
                fail("qualifier", "AI " + qualifier.code + " may not stand here in a link to AI " + ai.code, start);
                return;
            }
            pathValue(qualifier, slashes[i + 1] + 1, slashes[i + 2]);
        }
    }

    /** The places of all slashes, and the end. */
    private int[] slashes(int from, int to) {
        int count = 1;
        for (int i = from; i < to; i++) {
            count += raw.charAt(i) == '/' ? 1 : 0;
        }
        int[] slashes = new int[count];
        int at = 0;
        for (int i = from; i < to; i++) {
            if (raw.charAt(i) == '/') {
                slashes[at++] = i;
            }
        }
        slashes[at] = to;
        return slashes;
    }

    /** A path that is no row of pairs: its last segment may be compressed, alone or behind the key. */
    private void withoutPairs(int[] slashes) {
        int last = slashes.length - 2;
        int from = slashes[last] + 1;
        int to = slashes[last + 1];
        Ai key = last < 2 ? null : named(slashes[last - 2] + 1, slashes[last - 1], true);
        if (key != null && key.link.key()) {
            pathValue(key, slashes[last - 1] + 1, slashes[last]);
        } else {
            key = null;
        }
        if (bad != null) {
            return;
        }
        LinkReader first = decompressed(key, from, to, false);
        LinkReader second = decompressed(key, from, to, true);
        LinkReader good = first != null && first.bad == null ? first : second;
        if (good == null || good.bad != null) {
            if (key == null) {
                fail("noKey", "no GS1 key is in the path", slashes[0]);
            } else {
                fail("compressed", "this is neither a qualifier nor the compressed rest of a link", from);
            }
            return;
        }
        values.addAll(good.values);
        ais.addAll(good.ais);
        if (good == first && second != null && second.bad == null && !second.values.equals(first.values)) {
            odd.add(new Remark("compressedOrder", "some encoders mean other values by this segment", from));
        }
        for (int i = 1; i < ais.size(); i++) {
            inPath.add(ais.get(i).code);
        }
        inPath.removeIf(code -> qualifiersFor(ais.getFirst(), List.of(code)).isEmpty());
    }

    /** The values of a compressed segment in the order of a plain link; null when it is none. */
    private @Nullable LinkReader decompressed(@Nullable Ai given, int from, int to, boolean sorted) {
        List<CompressedLink.Part> parts =
                CompressedLink.isLike(raw, from, to) ? CompressedLink.read(raw, from, to, sorted) : null;
        if (parts == null) {
            return null;
        }
        LinkReader reader = new LinkReader(raw, options);
        Ai key = given;
        for (CompressedLink.Part part : parts) {
            if (given == null
                    && part.ai().link.key()
                    && (key == null || part.ai().code.equals("01"))) {
                key = part.ai();
            }
        }
        if (key == null) {
            return null;
        }
        if (given != null) {
            reader.ais.add(given);
        }
        List<String> there = parts.stream().map(p -> p.ai().code).toList();
        List<String> order = new ArrayList<>(List.of(key.code));
        List<String> qualifiers = List.of();
        for (List<String> sequence : key.link.qualifiers()) {
            List<String> some = sequence.stream().filter(there::contains).toList();
            qualifiers = some.size() > qualifiers.size() ? some : qualifiers;
        }
        order.addAll(qualifiers);
        for (String code : order) {
            for (CompressedLink.Part part : parts) {
                if (part.ai().code.equals(code)) {
                    reader.value(part.ai(), part.value(), from, false);
                }
            }
        }
        List<String> used = qualifiersFor(key, qualifiers);
        for (CompressedLink.Part part : parts) {
            if (!order.contains(part.ai().code)) {
                if (!part.ai().link.attribute() || used.contains(part.ai().code)) {
                    return null;
                }
                reader.value(part.ai(), part.value(), from, false);
            }
        }
        if (given != null) {
            reader.ais.removeFirst();
        }
        return reader;
    }

    /** All qualifiers that could have stood in the path beside these. */
    private static List<String> qualifiersFor(Ai key, List<String> used) {
        List<String> all = new ArrayList<>();
        for (List<String> sequence : key.link.qualifiers()) {
            if (isInOrder(sequence, used)) {
                all.addAll(sequence);
            }
        }
        return all;
    }

    private static boolean mayFollow(Ai key, List<String> used) {
        for (List<String> sequence : key.link.qualifiers()) {
            if (isInOrder(sequence, used)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInOrder(List<String> sequence, List<String> used) {
        int at = -1;
        for (String one : used) {
            int next = sequence.indexOf(one);
            if (next <= at) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /** The identifier that a path segment names, by number or, in legacy links, by word. */
    private @Nullable Ai named(int from, int to, boolean key) {
        int length = to - from;
        if (length >= 2 && length <= 4 && Chars.isDigits(raw, from, to)) {
            Ai ai = AiTable.at(raw, from, to);
            return ai != null && ai.code.length() == length ? ai : null;
        }
        return options.legacyLinks() ? LinkWords.find(raw.substring(from, to), key) : null;
    }

    private void pathValue(Ai ai, int from, int to) {
        encoded(ai, from, to, false);
    }

    private void encoded(Ai ai, int from, int to, boolean query) {
        String decoded = PercentText.decode(raw, from, to, query);
        if (decoded == null) {
            fail(Flaw.PERCENT.code, Flaw.PERCENT.sentence, PercentText.flaw(raw, from, to));
        } else {
            value(ai, decoded, from, true);
        }
    }

    /** {@code plain} says that the value's characters stand in the text from {@code position} on, escaped or not. */
    private void value(Ai ai, String decoded, int position, boolean plain) {
        if (values.size() == ElementReader.MOST_AIS) {
            fail("tooManyAis", "more than " + ElementReader.MOST_AIS + " application identifiers", position);
            return;
        }
        if (ais.contains(ai)) {
            fail("repeated", "AI " + ai.code + " is there twice", position);
            return;
        }
        String value = decoded;
        if (options.legacyLinks() && (ai.code.equals("01") || ai.code.equals("02")) && value.length() < 14) {
            switch (Gtin.of(value)) {
                case Reading.Ok<Gtin> ok -> value = ok.value().digits();
                case Reading.Bad<Gtin> why -> {
                    int at = plain ? PercentText.position(raw, position, why.position()) : position;
                    bad = new Reading.Bad<>(why.code(), why.detail(), at);
                    return;
                }
            }
        }
        long flaw = ai.check(value, 0, value.length(), options.today());
        if (flaw != Flaw.NONE) {
            int at = plain ? PercentText.position(raw, position, Flaw.position(flaw)) : position;
            bad = Flaw.bad(Flaw.of(flaw).at(at), ai.code);
            return;
        }
        values.add(new AiValue(ai.code, ai.title, value, ai.meaning(value, options.today()), position));
        ais.add(ai);
    }

    private void query(int from, int to) {
        List<String> qualifiers = qualifiersFor(ais.getFirst(), inPath);
        int at = from;
        while (at <= to && bad == null) {
            int amp = raw.indexOf('&', at);
            int end = amp < 0 || amp > to ? to : amp;
            int equals = raw.indexOf('=', at);
            int nameEnd = equals < 0 || equals > end ? end : equals;
            if (Chars.isDigits(raw, at, nameEnd)) {
                attribute(at, nameEnd, end, qualifiers);
            }
            at = end + 1;
        }
    }

    private void attribute(int from, int nameEnd, int end, List<String> qualifiers) {
        Ai ai = AiTable.find(raw.substring(from, nameEnd));
        if (ai == null) {
            fail("unknownAi", "all-digit names in a link are application identifiers, and this is none", from);
        } else if (!ai.link.attribute() || qualifiers.contains(ai.code)) {
            fail("attribute", "AI " + ai.code + " may not stand in the query of this link", from);
        } else {
            encoded(ai, Math.min(nameEnd + 1, end), end, true);
        }
    }
}
