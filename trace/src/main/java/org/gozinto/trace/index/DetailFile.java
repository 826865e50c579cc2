/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.trace.Link;
import org.jspecify.annotations.Nullable;

/**
 * Details in a file: the texts that they use, each once, then the details. Sample of one, of entry 7, which has a step,
 * the first text, no position, an end of its span and one link:
 *
 * <pre>
 * 7 | 1 | 0 | 0 | 0 | 1 | 1735689600000000 | 0 | 1 | 12 | 13 | 5
 * entry; step, position, equipment, operator (0 for none); 1 with an end, the end; voids; links: in, out, quantity
 * </pre>
 */
final class DetailFile {

    private DetailFile() {}

    /** Writes the details of these entries. */
    static void write(BlockWriter out, Map<Integer, Detail> details) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        for (Detail detail : details.values()) {
            number(texts, detail.step());
            number(texts, detail.position());
            number(texts, detail.equipment());
            number(texts, detail.operator());
        }
        out.putLong(texts.size());
        for (String text : texts.keySet()) {
            out.putText(text);
        }
        out.putLong(details.size());
        for (Map.Entry<Integer, Detail> entry : details.entrySet()) {
            Detail detail = entry.getValue();
            Long toUs = detail.toUs();
            out.putLong(entry.getKey());
            out.putLong(number(texts, detail.step()));
            out.putLong(number(texts, detail.position()));
            out.putLong(number(texts, detail.equipment()));
            out.putLong(number(texts, detail.operator()));
            out.putLong(toUs == null ? 0 : 1);
            out.putLong(toUs == null ? 0 : toUs);
            out.putLong(detail.voids());
            out.putLong(detail.links().size());
            for (Link link : detail.links()) {
                out.putLong(link.input());
                out.putLong(link.output());
                out.putLong(link.qty());
            }
        }
    }

    private static int number(Map<String, Integer> texts, @Nullable String text) {
        return text == null ? 0 : texts.computeIfAbsent(text, absent -> texts.size() + 1);
    }

    /** Reads details into a map. */
    static void read(BlockReader in, Map<Integer, Detail> details) {
        String[] texts = new String[in.getInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.getText();
        }
        for (int left = in.getInt(); left > 0; left--) {
            int entry = in.getInt();
            String step = text(texts, in.getInt());
            String position = text(texts, in.getInt());
            String equipment = text(texts, in.getInt());
            String operator = text(texts, in.getInt());
            boolean hasEnd = in.getLong() == 1;
            long end = in.getLong();
            Long toUs = hasEnd ? (Long) end : null;
            details.put(entry, new Detail(toUs, step, position, equipment, operator, in.getLong(), links(in)));
        }
    }

    private static @Nullable String text(String[] texts, int number) {
        return number == 0 ? null : texts[number - 1];
    }

    private static List<Link> links(BlockReader in) {
        List<Link> links = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            links.add(new Link(in.getInt(), in.getInt(), in.getLong()));
        }
        return List.copyOf(links);
    }
}
