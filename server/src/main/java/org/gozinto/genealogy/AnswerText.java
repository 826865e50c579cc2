/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.TraceView.AmountView;
import org.gozinto.genealogy.TraceView.BalanceView;
import org.gozinto.genealogy.TraceView.CutView;
import org.gozinto.genealogy.TraceView.Named;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.genealogy.TraceView.SummaryView;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says, as text in which all is named by codes: two answers say the same exactly when their texts are
 * the same. What people call places is no part of it, nor is the entry up to which the ledger was read. Sample, with
 * tabs between the fields:
 *
 * <pre>
 * unit  RESIN  R-1  -  -  -  -  unit  2026-03-01T10:15:00Z  seed  -  -
 * at    A-01   bin  40.000  -  -
 * </pre>
 */
final class AnswerText {

    private AnswerText() {}

    /** One unit, with everything that is said of it. */
    static String unit(ReachedView unit) {
        return line("unit", name(unit)) + String.join("", parts(unit).values());
    }

    /** The parts of what is said of a unit that differ between two answers, by the names of their members. */
    static List<String> changed(ReachedView before, ReachedView after) {
        Map<String, String> now = parts(after);
        List<String> changed = new ArrayList<>();
        parts(before).forEach((part, text) -> {
            if (!text.equals(now.get(part))) {
                changed.add(part);
            }
        });
        return changed;
    }

    private static Map<String, String> parts(ReachedView unit) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("precision", line("precision", unit.precision()));
        parts.put("since", line("since", unit.since()));
        parts.put("relation", line("relation", unit.relation()));
        parts.put("until", line("until", unit.until()));
        parts.put("amount", line("amount", amount(unit.amount())));
        var holdings = new StringBuilder();
        unit.holdings()
                .forEach(h -> holdings.append(
                        line("at", h.place(), h.kind(), h.qty(), String.join(">", h.within()), amount(h.amount()))));
        parts.put("holdings", holdings.toString());
        var containers = new StringBuilder();
        unit.containers()
                .forEach(s -> containers.append(line("in", name(s.in()), s.kind(), s.from(), s.to(), s.position())));
        parts.put("containers", containers.toString());
        var sources = new StringBuilder();
        unit.sources().forEach(s -> sources.append(line("from", s.seq(), s.from(), s.to(), s.qty())));
        parts.put("sources", sources.toString());
        return parts;
    }

    /** The totals, the balance and what was not followed. */
    static String totals(
            SummaryView summary, @Nullable BalanceView balance, List<CutView> cuts, List<String> notAnswered) {
        var text = new StringBuilder(line("count", summary.lots(), summary.serials()));
        summary.byItem().forEach(i -> text.append(line("item", i.item(), i.lots(), i.serials())));
        summary.onHand().forEach(a -> text.append(line("onHand", a.place(), a.item(), a.qty())));
        summary.consignees().forEach(c -> text.append(line("consignee", c.partner(), c.item(), c.gross(), c.net())));
        summary.sources().forEach(a -> text.append(line("source", a.place(), a.item(), a.qty())));
        quantities(text, "scrapped", summary.scrapped());
        quantities(text, "consumed", summary.consumed());
        quantities(text, "loss", summary.loss());
        quantities(text, "unknown", summary.unknown());
        quantities(text, "adjustedUp", summary.adjustedUp());
        if (balance != null) {
            text.append(line("balance", balance.entered(), balance.onHand(), balance.atPartners(), balance.sum()));
        }
        for (CutView cut : cuts) {
            Named unit = cut.unit();
            text.append(line("cut", cut.reason(), cut.place(), unit == null ? null : name(unit), cut.qty()));
        }
        notAnswered.forEach(part -> text.append(line("notAnswered", part)));
        return text.toString();
    }

    private static void quantities(StringBuilder text, String label, List<TraceView.ItemQty> list) {
        list.forEach(q -> text.append(line(label, q.item(), q.qty())));
    }

    private static String name(ReachedView unit) {
        return name(new Named(
                unit.unit(), unit.item(), unit.lot(), unit.serial(), unit.container(), unit.issuer(), unit.twin()));
    }

    private static String name(Named named) {
        return String.join(
                "\t",
                or(named.item()),
                or(named.lot()),
                or(named.serial()),
                or(named.container()),
                or(named.issuer()),
                or(named.twin()));
    }

    private static String amount(@Nullable AmountView amount) {
        return amount == null ? "-" : amount.min() + ".." + amount.expected() + ".." + amount.max();
    }

    private static String or(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String line(String label, @Nullable Object... fields) {
        var line = new StringBuilder(label);
        for (Object field : fields) {
            line.append('\t').append(or(field));
        }
        return line.append('\n').toString();
    }
}
