/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.unit.Purpose;

/** The SQL that sums up what entries moved. */
final class MovedStore {

    /** Rows kept of one entry, and one more that tells that there are others. */
    private static final int ROWS_MAX = ShortEntries.ROWS_MAX + 1;

    private final Database database;

    MovedStore(Database database) {
        this.database = database;
    }

    /**
     * What an entry moved of one item from one place to another.
     *
     * @param units how many lots, serials or containers
     * @param unit one of them
     */
    record Sum(long item, long from, long to, long qty, long units, long movements, long unit) {}

    /** All that an entry moved; its first rows are kept. */
    static final class Moved {
        private final List<Sum> rows = new ArrayList<>();
        private long movements;

        List<Sum> rows() {
            return rows;
        }

        long movements() {
            return movements;
        }

        private void add(Sum sum) {
            movements += sum.movements();
            if (rows.size() < ROWS_MAX) {
                rows.add(sum);
            }
        }
    }

    /** A hold of an entry, or the end of one. */
    record Held(long unit, Set<Purpose> blocks) {}

    /** How many movements the entries have; those without are left out. */
    Map<Long, Long> counts(Collection<Long> seqs) {
        Map<Long, Long> counts = new HashMap<>();
        database.read()
                // Movements are numbered from 0 without gaps, so the last one tells how many there are.
                .sql("select k.value, (select max(m.n) + 1 from movement m where m.seq = k.value) from "
                        + database.dialect().numbers() + " k")
                .param(array(seqs))
                .query(rows -> {
                    counts.put(rows.getLong(1), rows.getLong(2));
                });
        return counts;
    }

    /** All that the entries moved, summed up. */
    Map<Long, Moved> sums(Collection<Long> seqs) {
        Map<Long, Moved> sums = new HashMap<>();
        add(sums, seqs, "", List.of());
        return sums;
    }

    /** What the entries moved of a unit, and what they put into it or took out. */
    Map<Long, Moved> sumsOfUnit(Collection<Long> seqs, long unit) {
        Map<Long, Moved> sums = new HashMap<>();
        // Seq and unit are looked up together: PostgreSQL would else read all movements of the unit first.
        add(sums, seqs, " and m.unit_id = k.value * 0 + ?", List.of(unit));
        add(sums, seqs, " and m.to_id = k.value * 0 + ? and m.to_id < 0", List.of(-unit));
        add(sums, seqs, " and m.from_id = k.value * 0 + ? and m.from_id < 0", List.of(-unit));
        return sums;
    }

    /** What the entries moved of a lot and of its serials. */
    Map<Long, Moved> sumsOfLot(Collection<Long> seqs, long lot) {
        Map<Long, Moved> sums = new HashMap<>();
        // The lot is compared last: PostgreSQL would else begin with its serials, which may be more than the movements.
        add(sums, seqs, " and (u.lot_id + k.value * 0 = ? or m.unit_id = ?)", List.of(lot, lot));
        return sums;
    }

    private void add(Map<Long, Moved> sums, Collection<Long> seqs, String narrowed, List<Long> params) {
        var sql = """
                select m.seq, u.item_id, m.from_id, m.to_id, sum(m.qty), count(distinct m.unit_id), count(m.n),
                       min(m.unit_id)
                from %s k cross join movement m join unit u on u.id = m.unit_id
                where m.seq = k.value%s
                group by m.seq, u.item_id, m.from_id, m.to_id order by m.seq, min(m.n)
                """.formatted(database.dialect().numbers(), narrowed);
        List<Object> all = new ArrayList<>(List.of(array(seqs)));
        all.addAll(params);
        database.read().sql(sql).params(all).query(rows -> {
            sums.computeIfAbsent(rows.getLong(1), s -> new Moved())
                    .add(new Sum(
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6),
                            rows.getLong(7),
                            rows.getLong(8)));
        });
    }

    /** The first units that the entries held. */
    Map<Long, List<Held>> held(Collection<Long> seqs) {
        return holds(seqs, "seq");
    }

    /** The first units whose holds the entries ended. */
    Map<Long, List<Held>> released(Collection<Long> seqs) {
        return holds(seqs, "released_seq");
    }

    private Map<Long, List<Held>> holds(Collection<Long> seqs, String column) {
        Map<Long, List<Held>> holds = new HashMap<>();
        if (!seqs.isEmpty()) {
            var sql = """
                    select seq, unit_id, purposes from (
                        select h.%1$s as seq, h.unit_id, h.purposes,
                               row_number() over (partition by h.%1$s order by h.unit_id, h.seq) as place
                        from %2$s k cross join hold h where h.%1$s = k.value) numbered
                    where place <= ? order by seq, place
                    """.formatted(column, database.dialect().numbers());
            database.read()
                    .sql(sql)
                    .param(array(seqs))
                    .param(ShortEntries.ROWS_MAX)
                    .query(rows -> {
                        holds.computeIfAbsent(rows.getLong(1), s -> new ArrayList<>())
                                .add(new Held(rows.getLong(2), Purpose.ofBits(rows.getInt(3))));
                    });
        }
        return holds;
    }

    private static String array(Collection<Long> numbers) {
        var array = new JsonText().array();
        numbers.forEach(array::element);
        return array.endArray().toString();
    }
}
