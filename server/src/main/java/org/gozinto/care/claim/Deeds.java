/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gozinto.care.claim.Causal.EntryRef;
import org.gozinto.care.claim.ClaimStep.Piece;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.EntryRow;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the ledger says what a step says: that a part was taken out and another put in, that a piece was shipped in
 * place of another. Safe for use by many threads.
 */
final class Deeds {

    private final Database database;
    private final Entries entries;
    private final UnitPast past;
    private final Subjects subjects;
    private final UnitRefs refs;

    Deeds(Database database, Entries entries, UnitPast past, Subjects subjects, UnitRefs refs) {
        this.database = database;
        this.entries = entries;
        this.past = past;
        this.subjects = subjects;
        this.refs = refs;
    }

    /** The same step with the units and the entries that say so; a refusal when no entry does. */
    ClaimStep.Repair repaired(ClaimStep.Repair asked, Subjects.Subject subject, LocalDate failed) {
        Unit product = product(subject);
        Unit removed = asked.removed() == null ? null : piece("/removed", asked.removed());
        Unit installed = asked.installed() == null ? null : piece("/installed", asked.installed());
        if (removed == null && installed != null) {
            removed = subject.partUnit();
        }
        List<EntryRef> found = new ArrayList<>();
        Set<Long> hosts = hosts(product, failed);
        if (removed != null) {
            found.add(moved("/removed", removed, "from_id", "taken out of", hosts, product, failed));
        }
        if (installed != null) {
            found.add(moved("/installed", installed, "to_id", "put into", hosts, product, failed));
        }
        return new ClaimStep.Repair(
                asked.removed(),
                asked.installed(),
                asked.text(),
                removed == null ? null : refs.of(removed),
                installed == null ? null : refs.of(installed),
                found.isEmpty() ? null : List.copyOf(found));
    }

    private static Unit product(Subjects.Subject subject) {
        if (subject.unit() == null) {
            throw Refusal.of("unknown-unit", "No such piece", "Nothing has the number " + subject.number() + ".")
                    .status(409)
                    .at("", "a claim about something that is recorded", "Record it first.")
                    .asException();
        }
        return subject.unit();
    }

    private Unit piece(String at, Piece piece) {
        Unit unit = subjects.serial(Objects.requireNonNull(piece.item()), Objects.requireNonNull(piece.serial()));
        if (unit == null) {
            throw Refusal.of(
                            "unknown-unit",
                            "No such piece",
                            "No " + piece.serial() + " of " + piece.item() + " was ever recorded.")
                    .at(at + "/serial", "the serial of a part", "Record it first.")
                    .asException();
        }
        return unit;
    }

    /** The product and what was in it when it failed or since, as places. */
    private Set<Long> hosts(Unit product, LocalDate failed) {
        Set<Long> hosts = new TreeSet<>(Set.of(product.asPlace()));
        Stream.of(Days.startUs(failed), Long.MAX_VALUE)
                .flatMap(us -> past.parts(product, us, Subjects.PARTS_MAX).parts().stream())
                .forEach(part -> hosts.add(-part.unit()));
        return hosts;
    }

    private EntryRef moved(
            String at, Unit unit, String end, String words, Set<Long> hosts, Unit product, LocalDate failed) {
        var array = new JsonText().array();
        hosts.forEach(array::element);
        Long seq = database.read()
                .sql("select m.seq from movement m join entry e on e.seq = m.seq where m.unit_id = ? and m." + end
                        + " in (select k.value from " + database.dialect().numbers()
                        + " k) and e.occurred_to_us >= ? and e.type <> 'void'"
                        + " and not exists (select 1 from entry v where v.corrects = e.seq)"
                        + " order by e.occurred_from_us desc, m.seq desc limit 1")
                .params(unit.id(), array.endArray().toString(), Days.startUs(failed))
                .query(Long.class)
                .optional()
                .orElse(null);
        if (seq == null) {
            throw notRecorded(
                    at,
                    "No entry says that " + unit.number() + " was " + words + " " + product.number() + " since "
                            + failed + ".");
        }
        return entry(seq);
    }

    private static RefusedException notRecorded(String at, String detail) {
        return Refusal.of("not-recorded", "The ledger does not say so", detail)
                .status(409)
                .at(at, "what an entry says", "Record what was done first.")
                .asException();
    }

    /** The same step with the unit and the entry by which it went out; a refusal when no entry says so. */
    ClaimStep.Replace replaced(ClaimStep.Replace asked, Subjects.Subject subject, LocalDate failed) {
        Unit product = product(subject);
        String item = asked.item() == null ? subject.item().code() : asked.item();
        Unit unit = piece("", new Piece(item, asked.serial()));
        if (unit.id() == product.id()) {
            throw Refusal.of("same-piece", "It is the same piece", unit.number() + " is what failed.")
                    .at("/serial", "the serial of another piece", "Choose the replacement.")
                    .asException();
        }
        UnitPast.Delivery delivery = past.deliveries(unit.id()).stream()
                .filter(d -> d.us() >= Days.startUs(failed))
                .findFirst()
                .orElse(null);
        if (delivery == null) {
            throw notRecorded("/serial", "No entry says that " + unit.number() + " was shipped since " + failed + ".");
        }
        return new ClaimStep.Replace(item, asked.serial(), refs.of(unit), List.of(entry(delivery.seq())));
    }

    /** An entry as a proof. */
    EntryRef entry(long seq) {
        EntryRow row = Objects.requireNonNull(entries.bySeq(seq));
        return new EntryRef(
                row.seq(),
                row.type(),
                row.occurred().text(),
                row.document(),
                HexFormat.of().formatHex(row.hash()));
    }

    /** The id of a unit that was named, or 0. */
    static long id(@Nullable UnitRef ref) {
        return ref == null ? 0 : Long.parseLong(ref.unit());
    }
}
