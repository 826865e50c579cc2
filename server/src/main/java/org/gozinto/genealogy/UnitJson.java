/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.trace.Amount;
import org.gozinto.trace.Holding;
import org.gozinto.trace.Odds;
import org.gozinto.trace.Place;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Source;
import org.gozinto.trace.Stay;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Writes units of an answer as JSON, to the letter as they are written when they were put into words first, in a third
 * of the time: behind the decision of a large recall this keeps a processor busy. Of use to one thread.
 */
final class UnitJson {

    private final LedgerBook.View book;
    private final Utf8 out;
    private final Map<Integer, Sort> sorts = new HashMap<>();
    private final Map<Integer, Place> places = new HashMap<>();

    /** Times come in clusters as a rule. */
    private long lastUs = Long.MAX_VALUE;

    private String lastTime = "";

    private record Sort(Unit.Kind kind, String item, String issuer, int decimals) {}

    UnitJson(LedgerBook.View book, Utf8 out) {
        this.book = book;
        this.out = out;
    }

    /** Writes one unit, without the end of a line. */
    void unit(Reached unit) {
        Sort sort = sort(unit.unit());
        out.append('{');
        name(unit.unit(), sort);
        member(",\"precision\":", Questions.word(unit.precision()));
        member(",\"since\":", time(unit.sinceUs()));
        member(",\"relation\":", Questions.word(unit.relation()));
        Long untilUs = unit.untilUs();
        if (untilUs != null) {
            member(",\"until\":", time(untilUs));
        }
        amount(unit.amount());
        List<Holding> holdings = unit.holdings();
        out.append(",\"holdings\":[");
        for (int i = 0; i < holdings.size(); i++) {
            separate(i);
            holding(holdings.get(i), sort);
        }
        List<Stay> stays = unit.stays();
        out.append("],\"containers\":[");
        for (int i = 0; i < stays.size(); i++) {
            separate(i);
            stay(stays.get(i));
        }
        List<Source> sources = unit.sources();
        out.append("],\"sources\":[");
        for (int i = 0; i < sources.size(); i++) {
            separate(i);
            source(sources.get(i), sort);
        }
        out.append(']');
        chance(unit.chance());
        out.append('}');
    }

    private void separate(int before) {
        if (before > 0) {
            out.append(',');
        }
    }

    private Sort sort(int unit) {
        int number = book.index().sortOf(unit);
        Sort known = sorts.get(number);
        if (known == null) {
            Unit of = book.unit(unit);
            known = new Sort(of.kind(), of.item(), of.issuer(), of.decimals());
            sorts.put(number, known);
        }
        return known;
    }

    private Place place(int number) {
        Place known = places.get(number);
        if (known == null) {
            known = book.place(number);
            places.put(number, known);
        }
        return known;
    }

    private void name(int unit, Sort sort) {
        boolean container = sort.kind() == Unit.Kind.CONTAINER;
        out.append("\"unit\":\"");
        out.append(LedgerBook.unitId(unit));
        out.append('"');
        if (!container) {
            member(",\"item\":", sort.item());
        }
        Unit named = book.unit(unit);
        optional(",\"lot\":", named.lot());
        optional(container ? ",\"container\":" : ",\"serial\":", named.serial());
        optional(",\"issuer\":", sort.issuer().isEmpty() ? null : sort.issuer());
        if (named.twin() != 0) {
            out.append(",\"twin\":");
            out.append((long) named.twin());
        }
    }

    private void holding(Holding holding, Sort sort) {
        Place at = place(holding.place());
        member("{\"place\":", at.code());
        member(",\"kind\":", Questions.word(at.kind()));
        quantity(holding.qty(), sort);
        out.append(",\"within\":[");
        for (int i = 0; i < holding.within().size(); i++) {
            separate(i);
            text(place(holding.within().get(i)).code());
        }
        out.append(']');
        amount(holding.amount());
        out.append('}');
    }

    private void stay(Stay stay) {
        out.append("{\"in\":{");
        Sort sort = sort(stay.in());
        name(stay.in(), sort);
        String position = stay.position();
        member("},\"kind\":", sort.kind() == Unit.Kind.CONTAINER || position == null ? "container" : "host");
        member(",\"from\":", time(stay.fromUs()));
        Long toUs = stay.toUs();
        optional(",\"to\":", toUs == null ? null : time(toUs));
        optional(",\"position\":", position);
        out.append('}');
    }

    private void source(Source source, Sort sort) {
        Place from = place(source.from());
        Place to = place(source.to());
        member("{\"act\":", TraceViews.act(source.act()));
        out.append(",\"seq\":");
        out.append(source.seq());
        member(",\"at\":", time(source.occurredUs()));
        member(",\"from\":", from.code());
        member(",\"to\":", to.code());
        optional(",\"partner\":", TraceViews.partner(from, to));
        quantity(source.qty(), sort);
        optional(",\"document\":", source.document());
        out.append('}');
    }

    private void quantity(long qty, Sort sort) {
        out.append(",\"qty\":\"");
        if (sort.decimals() == 0) {
            out.append(qty);
        } else {
            out.append(BigDecimal.valueOf(qty, sort.decimals()).toPlainString());
        }
        out.append('"');
    }

    private void amount(@Nullable Amount amount) {
        if (amount != null) {
            member(",\"amount\":{\"min\":", TraceViews.plain(amount.lo()));
            member(",\"expected\":", TraceViews.plain(amount.expected()));
            member(",\"max\":", TraceViews.plain(amount.hi()));
            out.append('}');
        }
    }

    private void chance(@Nullable Odds odds) {
        if (odds != null) {
            member(",\"chance\":{\"min\":", TraceViews.plain(odds.lo()));
            member(",\"max\":", TraceViews.plain(odds.hi()));
            out.append('}');
        }
    }

    private String time(long us) {
        if (us == Long.MIN_VALUE) {
            return "unknown";
        }
        if (us != lastUs) {
            lastUs = us;
            lastTime = Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
        }
        return lastTime;
    }

    private void optional(String before, @Nullable String text) {
        if (text != null) {
            member(before, text);
        }
    }

    private void member(String before, String text) {
        out.append(before);
        text(text);
    }

    private void text(String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            out.append(escaped(text));
        }
        out.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> escaped.append('\\').append(c);
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < ' ') {
                        escaped.append("\\u%04X".formatted((int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
