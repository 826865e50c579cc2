/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gozinto.care.fit.FitEngine.Beside;
import org.gozinto.care.fit.FitEngine.Question;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Paging;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;

/** Answers what fits what. Safe for use by many threads. */
public class Fits {

    private final FitRules rules;
    private final FactReader reader;
    private final Units units;
    private final Items items;

    Fits(FitRules rules, FactReader reader, Units units, Items items) {
        this.rules = rules;
        this.reader = reader;
        this.units = units;
        this.items = items;
    }

    /**
     * What is asked about: an item, or one serial or lot of it.
     *
     * @param item code of an item
     */
    public record Named(
            String item, @Nullable String serial, @Nullable String lot) {

        public static Named item(String item) {
            return new Named(item, null, null);
        }
    }

    /**
     * Whether the object fits the subject.
     *
     * @param asOf the end of which day it is asked of; null for now
     */
    public FitView ask(Named subject, Named object, @Nullable LocalDate asOf) {
        return ask(rules.book(), subject, object, asOf);
    }

    /** The same by other rules. */
    FitView ask(FitBook book, Named subject, Named object, @Nullable LocalDate asOf) {
        Known host = known(subject, asOf, book);
        Known part = known(object, asOf, book);
        List<Reason> remarks = new ArrayList<>(host.remarks());
        remarks.addAll(part.remarks());
        List<Rule> about = book.about(subject.item(), object.item());
        return FitView.of(
                FitEngine.ask(
                        new Question(
                                host.facts(),
                                part.facts(),
                                beside(host, part, asOf, book, needed(about, object.item())),
                                asOf == null ? reader.today() : asOf),
                        about),
                remarks);
    }

    /** Every item that a rule about the subject names, in the order of their codes, and whether it fits. */
    public List<FitRow> list(Named subject, @Nullable LocalDate asOf) {
        FitBook book = rules.book();
        return list(book, known(subject, asOf, book), asOf);
    }

    /**
     * The same by what the number alone says, without a look into the ledger: for those who may know no more.
     *
     * @param serial null for the item as such
     */
    public List<FitRow> listPublic(String item, @Nullable String serial) {
        var facts = Facts.ofNumber(items.existing(item).code(), serial, null);
        return list(rules.book(), new Known(facts, List.of(), List.of()), null);
    }

    private List<FitRow> list(FitBook book, Known subject, @Nullable LocalDate asOf) {
        LocalDate day = asOf == null ? reader.today() : asOf;
        Set<String> objects = book.of(subject.facts().item()).stream()
                .filter(r -> r.relation() != Relation.REPLACED_BY && r.isInForce(day))
                .map(r -> r.object().item())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Rule> all =
                objects.stream().flatMap(o -> book.of(o).stream()).distinct().toList();
        Beside beside = beside(subject, Known.NOTHING, asOf, book, needed(all, null));
        List<FitRow> rows = new ArrayList<>();
        for (String object : objects) {
            List<Rule> about = book.about(subject.facts().item(), object);
            var judgement = FitEngine.ask(new Question(subject.facts(), Facts.ofItem(object), beside, day), about);
            FitView view = FitView.of(judgement, subject.remarks());
            Item item = items.existing(object);
            rows.add(new FitRow(
                    new FitRow.Item(item.code(), item.name()),
                    view.answer(),
                    only(subject.facts(), object, about, day),
                    view.rules(),
                    view.missing(),
                    view.replacedBy()));
        }
        return rows;
    }

    /** To which of an object's things the rules that say that it fits are narrowed. */
    private static List<String> only(Facts subject, String object, List<Rule> about, LocalDate day) {
        return about.stream()
                .filter(r -> r.relation() == Relation.FITS && r.isInForce(day))
                .filter(r -> r.isOf(subject.item(), object))
                .filter(r -> r.subject().match(subject).truth() == Truth.YES)
                .map(r -> r.object().narrowing())
                .filter(text -> !text.isEmpty())
                .sorted()
                .distinct()
                .toList();
    }

    /** Items that are looked for beside something: those that it, or any when it is null, needs. */
    private static Set<String> needed(List<Rule> rules, @Nullable String by) {
        return rules.stream()
                .filter(r -> r.relation() == Relation.NEEDS)
                .filter(r -> by == null || r.subject().item().equals(by))
                .map(r -> r.object().item())
                .collect(Collectors.toSet());
    }

    /**
     * What is known of a thing.
     *
     * @param units the pieces that its number names; empty for an item as such and a number that nobody recorded
     */
    private record Known(Facts facts, List<Unit> units, List<Reason> remarks) {
        static final Known NOTHING = new Known(Facts.ofItem(""), List.of(), List.of());
    }

    private Known known(Named named, @Nullable LocalDate asOf, FitBook book) {
        Item item = items.existing(named.item());
        String number = named.serial() != null ? named.serial() : named.lot();
        if (number == null) {
            return new Known(Facts.ofItem(item.code()), List.of(), List.of());
        }
        if (named.serial() != null && named.lot() != null) {
            throw Paging.badParameter("lot", "is given beside a serial", "a serial or a lot");
        }
        Unit.Kind kind = named.serial() != null ? Unit.Kind.SERIAL : Unit.Kind.LOT;
        List<Unit> found = units.withNumbers(kind, item.id(), List.of(number));
        if (found.isEmpty()) {
            Facts said = Facts.ofNumber(item.code(), named.serial(), named.lot());
            return new Known(
                    said,
                    List.of(),
                    List.of(new Reason("not-recorded", "Nothing is recorded of " + said.name() + ".")));
        }
        Facts facts = found.stream()
                .map(unit -> reader.of(unit, asOf, book.wanted(item.code())))
                .reduce(Facts::common)
                .orElseThrow();
        List<Reason> remarks = found.size() == 1
                ? List.of()
                : List.of(new Reason(
                        "several-pieces",
                        found.size() + " pieces carry the number of " + facts.name()
                                + "; only what is the same of all of them counts."));
        return new Known(facts, found, remarks);
    }

    /** What is in one product with the subject, but for the object; nothing is known of that of several pieces. */
    private Beside beside(Known subject, Known object, @Nullable LocalDate asOf, FitBook book, Set<String> ofItems) {
        if (subject.units().size() != 1 || subject.units().getFirst().kind() != Unit.Kind.SERIAL) {
            return Beside.UNKNOWN;
        }
        Set<Long> but = new HashSet<>(object.units().stream().map(Unit::id).toList());
        return reader.beside(subject.units().getFirst(), asOf, book, ofItems, but);
    }
}
