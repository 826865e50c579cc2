/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.place.Runs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What went into runs and came out of them, one step at a time, by the rules of the trace: an input with links reaches
 * only what it is linked to, any other one every output at or after it. Voided entries do not count.
 */
final class RunSteps {

    /** Runs have ids from here on. */
    private static final long RUNS = Runs.FIRST_ID;

    private static final String LIVE =
            " and e.type <> 'void' and not exists (select 1 from entry v where v.corrects = e.seq)";

    private final JdbcClient read;
    private final String numbers;

    RunSteps(Database database) {
        this.read = database.read();
        this.numbers = database.dialect().numbers();
    }

    /** A movement into or out of a run. */
    record Line(long seq, int n, long unit, long qty, long run, long occurredUs, String at, boolean produce) {

        boolean notAfter(Line other) {
            return occurredUs < other.occurredUs || occurredUs == other.occurredUs && seq <= other.seq;
        }
    }

    private static final String COLUMNS = """
            select m.seq, m.n, m.unit_id, m.qty, case when m.to_id >= 1000000000 then m.to_id else m.from_id end,
            e.occurred_from_us, e.occurred_at, case when e.type = 'produce' then 1 else 0 end
            """;

    private List<Line> lines(String sql, Object... params) {
        return read.sql(COLUMNS + sql)
                .params(List.of(params))
                .query((rows, n) -> new Line(
                        rows.getLong(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        rows.getLong(4),
                        rows.getLong(5),
                        rows.getLong(6),
                        rows.getString(7),
                        rows.getInt(8) == 1))
                .list();
    }

    /** Movements of a unit out of runs, after a line, oldest first. */
    List<Line> outOfRuns(long unit, long seq, int n, int limit) {
        return lines(
                "from movement m join entry e on e.seq = m.seq where m.unit_id = ? and m.from_id >= " + RUNS
                        + " and (m.seq > ? or m.seq = ? and m.n > ?)" + LIVE + " order by m.seq, m.n limit ?",
                unit,
                seq,
                seq,
                n,
                limit);
    }

    /** Movements of a unit into runs, after a line, oldest first. */
    List<Line> intoRuns(long unit, long seq, int n, int limit) {
        return lines(
                "from movement m join entry e on e.seq = m.seq where m.unit_id = ? and m.to_id >= " + RUNS
                        + " and (m.seq > ? or m.seq = ? and m.n > ?)" + LIVE + " order by m.seq, m.n limit ?",
                unit,
                seq,
                seq,
                n,
                limit);
    }

    /** Inputs of a run after a line. */
    List<Line> inputs(long run, long seq, int n, int limit) {
        return lines(
                "from entry e join movement m on m.seq = e.seq where e.place_id = ? and m.to_id = e.place_id"
                        + " and e.seq >= ? and (m.seq > ? or m.seq = ? and m.n > ?)" + LIVE
                        + " order by m.seq, m.n limit ?",
                run,
                seq,
                seq,
                seq,
                n,
                limit);
    }

    /** Outputs of a run after a line. */
    List<Line> outputs(long run, long seq, int n, int limit) {
        return lines(
                "from entry e join movement m on m.seq = e.seq where e.place_id = ? and m.from_id = e.place_id"
                        + " and e.seq >= ? and (m.seq > ? or m.seq = ? and m.n > ?)" + LIVE
                        + " order by m.seq, m.n limit ?",
                run,
                seq,
                seq,
                seq,
                n,
                limit);
    }

    /** What one unit took part in one run with: its outputs ({@code out}) or inputs, oldest first. */
    List<Line> ofUnit(long run, long unit, boolean out, int limit) {
        return lines(
                "from entry e join movement m on m.seq = e.seq where e.place_id = ? and m.unit_id = ? and "
                        + (out ? "m.from_id" : "m.to_id") + " = e.place_id" + LIVE
                        + " order by e.occurred_from_us, m.seq, m.n limit ?",
                run,
                unit,
                limit);
    }

    /** Which units each input is known to have gone into; an input that is in no set went into the whole run. */
    Map<Line, Set<Long>> known(long run, Collection<Line> inputs) {
        Map<Line, Set<Long>> known =
                new TreeMap<>(Comparator.comparingLong(Line::seq).thenComparingInt(Line::n));
        Set<Long> seqs = inputs.stream().map(Line::seq).collect(Collectors.toSet());
        Map<Long, Map<Long, Set<Long>>> own = ownLinks(seqs);
        Map<Long, Long> single = singleSerials(run, seqs);
        Set<Long> open = new HashSet<>();
        for (Line input : inputs) {
            Set<Long> linked = own.getOrDefault(input.seq(), Map.of()).get(input.unit());
            Long serial = input.produce() ? single.get(input.seq()) : null;
            if (linked != null) {
                known.put(input, linked);
            } else if (serial != null) {
                known.put(input, Set.of(serial));
            } else {
                open.add(input.unit());
            }
        }
        Map<Long, Set<Long>> elsewhere = open.isEmpty() ? Map.of() : linksElsewhere(run, open);
        for (Line input : inputs) {
            Set<Long> linked = elsewhere.get(input.unit());
            if (linked != null) {
                known.putIfAbsent(input, linked);
            }
        }
        return known;
    }

    private Map<Long, Map<Long, Set<Long>>> ownLinks(Set<Long> seqs) {
        return read
                .sql("select l.seq, l.in_id, l.out_id from " + numbers + " k cross join link l where l.seq = k.value")
                .param(array(seqs))
                .query((rows, n) -> new long[] {rows.getLong(1), rows.getLong(2), rows.getLong(3)})
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row[0],
                        Collectors.groupingBy(row -> row[1], Collectors.mapping(row -> row[2], Collectors.toSet()))));
    }

    /** The serial of each entry whose only output it is. */
    private Map<Long, Long> singleSerials(long run, Set<Long> seqs) {
        return read
                .sql("select m.seq, min(m.unit_id) from " + numbers
                        + " k cross join movement m join unit u on u.id = m.unit_id"
                        + " where m.seq = k.value and m.from_id = ?"
                        + " group by m.seq having count(m.n) = 1 and min(u.kind) = 2")
                .param(array(seqs))
                .param(run)
                .query((rows, n) -> new long[] {rows.getLong(1), rows.getLong(2)})
                .list()
                .stream()
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    /** Links that entries other than the feeding ones tell of the run's inputs. */
    private Map<Long, Set<Long>> linksElsewhere(long run, Set<Long> inputs) {
        return read
                .sql("select l.in_id, l.out_id from entry e join link l on l.seq = e.seq where e.place_id = ?" + LIVE
                        + " and not exists (select 1 from movement f"
                        + " where f.seq = l.seq and f.unit_id = l.in_id and f.to_id = e.place_id)")
                .param(run)
                .query((rows, n) -> new long[] {rows.getLong(1), rows.getLong(2)})
                .list()
                .stream()
                .filter(row -> inputs.contains(row[0]))
                .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toSet())));
    }

    /** How sure it is that a run's unlinked input is in its outputs: the sole one of them tells more. */
    @Nullable
    Line soleOutput(long run) {
        List<Line> some = outputs(run, 0, 0, 2);
        return some.size() == 1 ? some.getFirst() : null;
    }

    private static String array(Collection<Long> ids) {
        var array = new JsonText().array();
        ids.forEach(array::element);
        return array.endArray().toString();
    }
}
