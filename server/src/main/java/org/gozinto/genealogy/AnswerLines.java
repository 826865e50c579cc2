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
import org.gozinto.trace.Place;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Source;
import org.gozinto.trace.Stay;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Writes what an answer says of its units, to the letter as {@link AnswerText} does, without putting it into words
 * first: an answer of a million units is written in half a second. Of use to one thread.
 */
final class AnswerLines {

    private final LedgerBook.View book;
    private final Utf8 out;
    /** What stands before the lot of a unit of each sort, and how many decimals it has. */
    private final Map<Integer, Sort> sorts = new HashMap<>();

    /** Few units are at a place of their own. */
    private final Map<Integer, Place> places = new HashMap<>();

    /** Times come in clusters as a rule. */
    private long lastUs = Long.MAX_VALUE;

    private String lastTime = "";

    private record Sort(Unit.Kind kind, String item, String issuer, int decimals) {}

    AnswerLines(LedgerBook.View book, Utf8 out) {
        this.book = book;
        this.out = out;
    }

    void unit(Reached unit) {
        Sort sort = sort(unit.unit());
        start("unit");
        name(unit.unit(), sort);
        end();
        line("precision", Questions.word(unit.precision()));
        line("since", time(unit.sinceUs()));
        line("relation", Questions.word(unit.relation()));
        Long untilUs = unit.untilUs();
        line("until", untilUs == null ? "-" : time(untilUs));
        line("amount", amount(unit.amount()));
        List<Holding> holdings = unit.holdings();
        for (int i = 0; i < holdings.size(); i++) {
            holding(holdings.get(i), sort);
        }
        List<Stay> stays = unit.stays();
        for (int i = 0; i < stays.size(); i++) {
            stay(stays.get(i));
        }
        List<Source> sources = unit.sources();
        for (int i = 0; i < sources.size(); i++) {
            source(sources.get(i), sort);
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

    /** Item, lot, serial, container, issuer and twin. */
    private void name(int unit, Sort sort) {
        boolean container = sort.kind() == Unit.Kind.CONTAINER;
        field(container ? "-" : sort.item());
        out.append('\t');
        if (!book.index().appendLot(unit, out)) {
            out.append('-');
        }
        serial(unit, !container);
        serial(unit, container);
        field(sort.issuer().isEmpty() ? "-" : sort.issuer());
        out.append('\t');
        int twin = book.index().twin(unit);
        if (twin == 0) {
            out.append('-');
        } else {
            out.append((long) twin);
        }
    }

    private void serial(int unit, boolean isHere) {
        out.append('\t');
        if (!isHere || !book.index().appendSerial(unit, out)) {
            out.append('-');
        }
    }

    private void holding(Holding holding, Sort sort) {
        start("at");
        Place at = place(holding.place());
        field(at.code());
        field(Questions.word(at.kind()));
        quantity(holding.qty(), sort);
        out.append('\t');
        for (int i = 0; i < holding.within().size(); i++) {
            if (i > 0) {
                out.append('>');
            }
            out.append(place(holding.within().get(i)).code());
        }
        field(amount(holding.amount()));
        end();
    }

    private Place place(int number) {
        Place known = places.get(number);
        if (known == null) {
            known = book.place(number);
            places.put(number, known);
        }
        return known;
    }

    private void stay(Stay stay) {
        start("in");
        Sort sort = sort(stay.in());
        name(stay.in(), sort);
        field(sort.kind() == Unit.Kind.CONTAINER || stay.position() == null ? "container" : "host");
        field(time(stay.fromUs()));
        Long toUs = stay.toUs();
        field(toUs == null ? "-" : time(toUs));
        String position = stay.position();
        field(position == null ? "-" : position);
        end();
    }

    private void source(Source source, Sort sort) {
        start("from");
        out.append('\t');
        out.append(source.seq());
        field(place(source.from()).code());
        field(place(source.to()).code());
        quantity(source.qty(), sort);
        end();
    }

    private void quantity(long qty, Sort sort) {
        if (sort.decimals() == 0) {
            out.append('\t');
            out.append(qty);
        } else {
            field(BigDecimal.valueOf(qty, sort.decimals()).toPlainString());
        }
    }

    private static String amount(@Nullable Amount amount) {
        return amount == null
                ? "-"
                : TraceViews.plain(amount.lo()) + ".." + TraceViews.plain(amount.expected()) + ".."
                        + TraceViews.plain(amount.hi());
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

    private void line(String label, String field) {
        start(label);
        field(field);
        end();
    }

    private void start(String label) {
        out.append(label);
    }

    private void field(String text) {
        out.append('\t');
        out.append(text);
    }

    private void end() {
        out.append('\n');
    }
}
