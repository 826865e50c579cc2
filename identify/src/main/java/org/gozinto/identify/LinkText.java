/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes canonical GS1 Digital Links (GS1 Digital Link Standard: URI Syntax §5, Core Business Vocabulary §8). */
final class LinkText {

    static final String ROOT = "https://id.gs1.org/";

    private LinkText() {}

    static String of(String ai, String value, @Nullable String qualifierAi, @Nullable String qualifier) {
        StringBuilder out = new StringBuilder(ROOT).append(ai).append('/');
        escape(out, value);
        if (qualifierAi != null && qualifier != null) {
            out.append('/').append(qualifierAi).append('/');
            escape(out, qualifier);
        }
        return out.toString();
    }

    /**
     * Key, qualifiers in their order, then everything else as attributes in the order of their identifiers; null
     * without key. What may not stand in such a link is left out: every reader would refuse the whole link.
     */
    static @Nullable String canonical(List<AiValue> values) {
        AiValue key = key(values);
        Ai ai = key == null ? null : AiTable.find(key.ai());
        if (key == null || ai == null) {
            return null;
        }
        List<AiValue> path = path(values, ai);
        StringBuilder out = new StringBuilder(of(key.ai(), key.value(), null, null));
        for (AiValue value : path) {
            out.append('/').append(value.ai()).append('/');
            escape(out, value.value());
        }
        List<AiValue> attributes = new ArrayList<>();
        for (AiValue value : values) {
            Ai other = AiTable.find(value.ai());
            boolean allowed = other == null || other.link.attribute();
            if (allowed
                    && !value.ai().equals(key.ai())
                    && !contains(path, value.ai())
                    && !contains(attributes, value.ai())) {
                attributes.add(value);
            }
        }
        attributes.sort(Comparator.comparing(AiValue::ai));
        char before = '?';
        for (AiValue value : attributes) {
            out.append(before).append(value.ai()).append('=');
            escape(out, value.value());
            before = '&';
        }
        return out.toString();
    }

    /** The form of EPCIS: one level only, a serial before a lot, no attributes. */
    static @Nullable String forEpcis(List<AiValue> values) {
        AiValue key = key(values);
        if (key == null) {
            return null;
        }
        String[] levels = switch (key.ai()) {
            case "01" -> new String[] {"21", "235", "10"};
            case "8006" -> new String[] {"21", "10"};
            case "414" -> new String[] {"254"};
            case "8010" -> new String[] {"8011"};
            default -> new String[0];
        };
        for (String level : levels) {
            for (AiValue value : values) {
                if (value.ai().equals(level)) {
                    return of(key.ai(), key.value(), level, value.value());
                }
            }
        }
        return of(key.ai(), key.value(), null, null);
    }

    /** The identifier that may be the key; an item goes before the pallet on which it stands. */
    private static @Nullable AiValue key(List<AiValue> values) {
        AiValue key = null;
        for (AiValue value : values) {
            Ai ai = AiTable.find(value.ai());
            if (ai != null && ai.link.key() && (key == null || value.ai().equals("01"))) {
                key = value;
            }
        }
        return key;
    }

    /** The qualifiers of the sequence of which most are there. */
    private static List<AiValue> path(List<AiValue> values, Ai key) {
        List<AiValue> best = List.of();
        for (List<String> sequence : key.link.qualifiers()) {
            List<AiValue> found = new ArrayList<>();
            for (String qualifier : sequence) {
                for (AiValue value : values) {
                    if (value.ai().equals(qualifier)) {
                        found.add(value);
                        break;
                    }
                }
            }
            best = found.size() > best.size() ? found : best;
        }
        return best;
    }

    private static boolean contains(List<AiValue> values, String ai) {
        for (AiValue value : values) {
            if (value.ai().equals(ai)) {
                return true;
            }
        }
        return false;
    }

    /** Only the unreserved characters of RFC 3986 stay as they are, so every reader of URIs agrees on the value. */
    private static void escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Chars.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
                out.append(c);
            } else {
                EpcText.percent(out, c);
            }
        }
    }
}
