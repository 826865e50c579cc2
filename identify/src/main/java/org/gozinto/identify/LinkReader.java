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

    private final String raw;
    private final Options options;
    private final List<AiValue> values = new ArrayList<>(4);
    private final List<Ai> ais = new ArrayList<>(4);
    private Reading.@Nullable Bad<DigitalLink> bad;

    private LinkReader(String raw, Options options) {
        this.raw = raw;
        this.options = options;
    }

    static Reading<DigitalLink> read(String raw, int from, int to, Options options) {
        LinkReader reader = new LinkReader(raw, options);
        reader.link(from, to);
        Reading.Bad<DigitalLink> bad = reader.bad;
        return bad != null
                ? bad
                : Reading.ok(new DigitalLink(raw, reader.values, AiPairs.remarks(reader.values, reader.ais)));
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
            if (!Chars.isLetterOrDigit(c) && "-._:[]".indexOf(c) < 0) {
                fail("domain", "this character may not stand in a domain name", i);
                return;
            }
        }
        if (path == authority) {
            fail("domain", "there is no domain name", path);
            return;
        }
        List<String> used = path(path, pathEnd);
        if (bad == null && pathEnd < end) {
            query(pathEnd + 1, end, used);
        }
    }

    /** Where the domain begins; schemes are all small or all capital letters. */
    private int authority(int from) {
        for (String scheme : List.of("https://", "http://", "HTTPS://", "HTTP://")) {
            if (raw.startsWith(scheme, from)) {
                return from + scheme.length();
            }
        }
        return -1;
    }

    private static boolean isUriCharacter(char c) {
        return Chars.isLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0;
    }

    /** Reads the path; answers the qualifiers that may no longer stand in the query. */
    private List<String> path(int from, int to) {
        if (to - from > 1 && raw.charAt(to - 1) == '/') {
            fail("trailingSlash", "the path ends with a slash", to - 1);
            return List.of();
        }
        List<Integer> slashes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (raw.charAt(i) == '/') {
                slashes.add(i);
            }
        }
        slashes.add(to);
        int key = -1;
        Ai ai = null;
        for (int i = slashes.size() - 3; i >= 0 && ai == null; i -= 2) {
            Ai found = named(slashes.get(i) + 1, slashes.get(i + 1), true);
            if (found != null && found.link.key()) {
                key = i;
                ai = found;
            }
        }
        if (ai == null) {
            fail("noKey", "no GS1 key is in the path", from);
            return List.of();
        }
        pathValue(ai, slashes.get(key + 1) + 1, slashes.get(key + 2));
        List<String> qualifiers = new ArrayList<>();
        for (int i = key + 2; i + 2 < slashes.size() && bad == null; i += 2) {
            int start = slashes.get(i) + 1;
            Ai qualifier = named(start, slashes.get(i + 1), false);
            if (qualifier == null) {
                fail("qualifier", "this is no qualifier of AI " + ai.code, start);
                return List.of();
            }
            qualifiers.add(qualifier.code);
            if (sequence(ai, qualifiers) == null) {
                fail("qualifier", "AI " + qualifier.code + " may not stand here in a link to AI " + ai.code, start);
                return List.of();
            }
            pathValue(qualifier, slashes.get(i + 1) + 1, slashes.get(i + 2));
        }
        return qualifiersFor(ai, qualifiers);
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

    private static @Nullable List<String> sequence(Ai key, List<String> used) {
        for (List<String> sequence : key.link.qualifiers()) {
            if (isInOrder(sequence, used)) {
                return sequence;
            }
        }
        return null;
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
        value(ai, PercentText.decode(raw, from, to, false), from);
    }

    private void value(Ai ai, @Nullable String decoded, int position) {
        if (decoded == null) {
            fail(Flaw.PERCENT.code, Flaw.PERCENT.sentence, position);
            return;
        }
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
                    bad = why.shifted(position);
                    return;
                }
            }
        }
        long flaw = ai.check(value, 0, value.length(), options.today());
        if (flaw != Flaw.NONE) {
            Reading.Bad<DigitalLink> why = Flaw.bad(flaw, ai.code);
            // Positions inside decoded text are exact only where nothing before them was encoded.
            bad = why.shifted(value.equals(decoded) ? position : position - why.position());
            return;
        }
        values.add(new AiValue(ai.code, ai.title, value, ai.meaning(value, options.today()), position));
        ais.add(ai);
    }

    private void query(int from, int to, List<String> qualifiers) {
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
            String value = nameEnd == end ? "" : PercentText.decode(raw, nameEnd + 1, end, true);
            value(ai, value, Math.min(nameEnd + 1, end));
        }
    }
}
