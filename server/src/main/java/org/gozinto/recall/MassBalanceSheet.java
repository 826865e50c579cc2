/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gozinto.paper.Words;
import org.gozinto.recall.MassBalances.OfUnit;
import org.gozinto.recall.MassBalances.Sheet;
import org.gozinto.recall.MassBalances.Side;
import org.gozinto.recall.MassBalances.Used;

/** The mass balance sheet of a case: a workbook whose quantities are numbers, or pages. */
final class MassBalanceSheet {

    private static final List<String> COLUMNS = List.of(
            "item",
            "name",
            "lotOrSerial",
            "unit",
            "received",
            "made",
            "otherIn",
            "used",
            "onHand",
            "shipped",
            "scrapped",
            "serialised",
            "loss",
            "difference",
            "accounted");

    private static final int FIRST_NUMBER = 4;

    private final Sheet sheet;
    private final PaperPages.Around around;
    private final Words texts;

    MassBalanceSheet(Sheet sheet, PaperPages.Around around) {
        this.sheet = sheet;
        this.around = around;
        this.texts = around.language().words();
    }

    /** What stands above the tables. */
    private List<Map<String, Object>> summary() {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line("number", around.number()));
        lines.add(line("drawnUp", around.drawn()));
        lines.add(line("accountedMean", sheet.accounted() + " %"));
        lines.add(line("timeTaken", sheet.forward().tookMs() + sheet.backward().tookMs() + " ms"));
        return lines;
    }

    private Map<String, Object> line(String name, String value) {
        return Map.of("name", texts.word(name), "value", value);
    }

    // --- workbook

    void xlsx(OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Gozinto", null)) {
            Worksheet first = workbook.newWorksheet(texts.word("massBalance"));
            int row = 0;
            if (!around.mark().isEmpty()) {
                first.inlineString(row, 0, around.mark());
                first.style(row++, 0).bold().set();
            }
            for (Map<String, Object> line : summary()) {
                first.inlineString(row, 0, String.valueOf(line.get("name")));
                first.inlineString(row++, 1, String.valueOf(line.get("value")));
            }
            first.width(0, 30);
            first.width(1, 40);
            first.finish();
            side(workbook.newWorksheet(name("forwardSide")), sheet.forward());
            side(workbook.newWorksheet(name("backwardSide")), sheet.backward());
            ways(workbook.newWorksheet(texts.word("whereItWent")));
        }
    }

    /** A sheet's name holds no colon. */
    private String name(String text) {
        String whole = texts.word(text);
        int colon = whole.indexOf(':');
        return colon < 0 ? whole : whole.substring(0, colon);
    }

    private void side(Worksheet to, Side side) throws IOException {
        headings(to, COLUMNS);
        int row = 1;
        for (OfUnit unit : side.units()) {
            List<String> words = List.of(unit.item(), unit.name(), unit.number(), unit.measure());
            for (int i = 0; i < words.size(); i++) {
                to.inlineString(row, i, words.get(i));
            }
            List<BigDecimal> numbers = numbers(unit);
            for (int i = 0; i < numbers.size(); i++) {
                to.value(row, FIRST_NUMBER + i, numbers.get(i));
            }
            row++;
        }
        if (side.left() > 0) {
            to.inlineString(row, 0, left(side));
        }
        to.finish();
    }

    private static List<BigDecimal> numbers(OfUnit unit) {
        return List.of(
                unit.received(),
                unit.made(),
                unit.other(),
                unit.usedSum(),
                unit.onHand(),
                unit.shippedSum(),
                unit.scrapped(),
                unit.serialised(),
                unit.loss(),
                unit.difference(),
                unit.accountedPercent());
    }

    private String left(Side side) {
        return texts.word("andMoreUnits").formatted(side.left(), MassBalances.UNITS_MAX);
    }

    private void headings(Worksheet to, List<String> columns) {
        to.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            String name = texts.word(columns.get(i));
            to.inlineString(0, i, columns.get(i).equals("accounted") ? name + " %" : name);
            to.style(0, i).bold().set();
            to.width(i, 16);
        }
    }

    private void ways(Worksheet to) throws IOException {
        headings(to, List.of("item", "lotOrSerial", "direction", "to", "quantity", "unit"));
        int row = 1;
        for (Way way : ways()) {
            to.inlineString(row, 0, way.unit.item());
            to.inlineString(row, 1, way.unit.number());
            to.inlineString(row, 2, texts.word(way.kind));
            to.inlineString(row, 3, way.place);
            to.value(row, 4, way.qty);
            to.inlineString(row++, 5, way.unit.measure());
        }
        to.finish();
    }

    /** A quantity that went somewhere. */
    private record Way(OfUnit unit, String kind, String place, BigDecimal qty) {}

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (OfUnit unit : sheet.forward().units()) {
            unit.used().forEach((run, qty) -> ways.add(new Way(unit, "usedInRun", run, qty)));
            unit.shipped().forEach((partner, qty) -> ways.add(new Way(unit, "shippedTo", partner, qty)));
        }
        for (Used used : sheet.used()) {
            ways.add(new Way(used.input(), "usedForIt", used.run(), used.qty()));
        }
        return ways;
    }

    // --- pages

    /** What the template of the pages takes. */
    Map<String, Object> model() {
        Map<String, Object> model = around.model();
        model.put("title", around.caseTitle());
        model.put("summary", summary());
        model.put("sides", List.of(side("forward", sheet.forward()), side("backward", sheet.backward())));
        model.put(
                "ways",
                ways().stream()
                        .map(way -> Map.of(
                                "item", way.unit.item(),
                                "number", way.unit.number(),
                                "kind", texts.word(way.kind),
                                "place", way.place,
                                "qty", plain(way.qty),
                                "measure", way.unit.measure()))
                        .toList());
        return model;
    }

    private Map<String, Object> side(String name, Side side) {
        Map<String, Object> model = new HashMap<>();
        model.put("heading", texts.word(name + "Side"));
        model.put("about", texts.word(name + "About"));
        model.put("left", side.left() == 0 ? "" : left(side));
        model.put("units", side.units().stream().map(this::unit).toList());
        return model;
    }

    private Map<String, Object> unit(OfUnit unit) {
        Map<String, Object> model = new HashMap<>();
        model.put("item", unit.item());
        model.put("name", unit.name());
        model.put("number", unit.number());
        model.put("measure", unit.measure());
        List<String> names = List.of(
                "received",
                "made",
                "other",
                "used",
                "onHand",
                "shipped",
                "scrapped",
                "serialised",
                "loss",
                "difference",
                "accounted");
        List<BigDecimal> numbers = numbers(unit);
        for (int i = 0; i < names.size(); i++) {
            model.put(names.get(i), plain(numbers.get(i)) + (names.get(i).equals("accounted") ? " %" : ""));
        }
        return model;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
