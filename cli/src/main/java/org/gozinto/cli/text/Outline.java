/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.cli.json.Json;

/** Any JSON for people: members as lines, lists of alike objects as tables, the rest indented. */
public final class Outline {

    private static final int COLUMNS_MAX = 8;
    private static final String STEP = "  ";

    private final List<String> lines = new ArrayList<>();

    private Outline() {}

    /** The value as lines. */
    public static List<String> of(Json value) {
        Outline outline = new Outline();
        outline.value(value, "");
        return outline.lines;
    }

    private void value(Json value, String margin) {
        switch (value) {
            case Json.Fields object -> members(object.members(), margin);
            case Json.Array array -> items(array.items(), margin);
            default -> lines.add(margin + value.plain());
        }
    }

    private void members(Map<String, Json> members, String margin) {
        int width = members.entrySet().stream()
                .filter(member -> isShort(member.getValue()))
                .mapToInt(member -> member.getKey().length())
                .max()
                .orElse(0);
        for (Map.Entry<String, Json> member : members.entrySet()) {
            Json value = member.getValue();
            if (isEmpty(value)) {
                continue;
            }
            String name = member.getKey();
            if (isShort(value)) {
                lines.add(margin + name + " ".repeat(width - name.length()) + STEP + inline(value));
            } else {
                lines.add(margin + name);
                value(value, margin + STEP);
            }
        }
    }

    private void items(List<Json> items, String margin) {
        Set<String> heads = new LinkedHashSet<>();
        boolean alike = true;
        for (Json item : items) {
            if (item instanceof Json.Fields object) {
                object.members().forEach((name, value) -> {
                    if (!isEmpty(value)) {
                        heads.add(name);
                    }
                });
                alike &= object.members().values().stream().allMatch(Outline::isShort);
            } else {
                alike = false;
            }
        }
        if (alike && heads.size() <= COLUMNS_MAX) {
            Table table = new Table(heads.toArray(String[]::new));
            items.forEach(item ->
                    table.row(heads.stream().map(head -> cell(item, head)).toArray(String[]::new)));
            List<String> rows = table.lines(margin);
            if (rows.stream().allMatch(row -> row.length() <= Screen.COLUMNS)) {
                lines.addAll(rows);
                return;
            }
        }
        for (Json item : items) {
            if (isEmpty(item)) {
                continue;
            }
            if (isShort(item)) {
                lines.add(margin + "- " + inline(item));
            } else {
                int first = lines.size();
                value(item, margin + STEP);
                lines.set(first, margin + "- " + lines.get(first).substring(margin.length() + STEP.length()));
            }
        }
    }

    private static String cell(Json item, String name) {
        Json value = item.get(name);
        return value == null ? "" : inline(value);
    }

    private static boolean isEmpty(Json value) {
        return value instanceof Json.Nothing
                || (value instanceof Json.Array array && array.items().isEmpty())
                || (value instanceof Json.Fields object && object.members().isEmpty());
    }

    /** Fits on the line of its name: a plain value, a list of a few of them, or an object of a few. */
    private static boolean isShort(Json value) {
        return switch (value) {
            case Json.Array array ->
                array.items().stream().allMatch(Outline::isPlain)
                        && inline(value).length() <= 70;
            case Json.Fields object ->
                object.members().size() <= 3
                        && object.members().values().stream().allMatch(Outline::isPlain)
                        && inline(value).length() <= 70;
            default -> true;
        };
    }

    private static boolean isPlain(Json value) {
        return !(value instanceof Json.Array) && !(value instanceof Json.Fields);
    }

    private static String inline(Json value) {
        return switch (value) {
            case Json.Array array ->
                String.join(", ", array.items().stream().map(Json::plain).toList());
            case Json.Fields object ->
                String.join(
                        ", ",
                        object.members().entrySet().stream()
                                .filter(member -> !isEmpty(member.getValue()))
                                .map(member -> member.getKey() + " "
                                        + member.getValue().plain())
                                .toList());
            default -> value.plain();
        };
    }
}
