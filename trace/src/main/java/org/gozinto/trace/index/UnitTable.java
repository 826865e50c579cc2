/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.gozinto.trace.Fraction;
import org.gozinto.trace.Measure;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Units in columns. Each has at most one number of its own: a serial, or else a lot; the lot of a serial is that of its
 * lot unit, as a rule. Sample: a lot L1 of MIX, a serial S1 in it, the second suspect twin of it
 *
 * <pre>
 * facts: flags    sort  lot unit    number   twins
 * LOT                0        -1    L1
 * SERIAL, LOT        0         0    S1
 * SERIAL, TWIN       0        -1    S1       2
 * </pre>
 *
 * <p>The facts of a unit are one long, since units are asked for in no order and each column is a place in memory to
 * wait for.
 */
final class UnitTable {

    private static final Unit.Kind[] KINDS = Unit.Kind.values();
    private static final int KIND = 0xF;
    private static final int HAS_SERIAL = 1 << 4;
    private static final int HAS_LOT = 1 << 5;
    private static final int LOT_APART = 1 << 6;
    private static final int IS_TWIN = 1 << 7;
    private static final int SORT_BITS = 8;
    private static final int SORTS_MAX = 1 << Integer.SIZE - SORT_BITS;

    /** Sort, flags and kind in the upper half, the lot unit in the lower one. */
    private final Longs facts;

    private final Texts number;
    /** Lots of serials that are not in a lot unit of that number. */
    private final Map<Integer, String> lotsApart;

    private final Map<Integer, Integer> twins;

    private volatile Register.Sort[] sorts;
    private final Map<Register.Sort, Integer> numberOfSort = new HashMap<>();
    private int lastSort;

    UnitTable() {
        this(new Longs(), new Texts(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new Register.Sort[0]);
    }

    private UnitTable(
            Longs facts,
            Texts number,
            Map<Integer, String> lotsApart,
            Map<Integer, Integer> twins,
            Register.Sort[] sorts) {
        this.facts = facts;
        this.number = number;
        this.lotsApart = lotsApart;
        this.twins = twins;
        this.sorts = sorts;
        for (int i = 0; i < sorts.length; i++) {
            numberOfSort.put(sorts[i], i);
        }
    }

    /** The same units where what they have in common has changed; whoever has this table sees nothing of it. */
    UnitTable amended(UnaryOperator<Register.Sort> change) {
        Register.Sort[] changed = Arrays.stream(sorts).map(change).toArray(Register.Sort[]::new);
        return Arrays.equals(changed, sorts) ? this : new UnitTable(facts, number, lotsApart, twins, changed);
    }

    int size() {
        return facts.size();
    }

    void add(Unit unit) {
        int id = facts.size();
        if (unit.id() != id) {
            throw new IllegalArgumentException("unit " + unit.id() + " cannot follow " + (id - 1));
        }
        String serial = unit.serial();
        String lot = unit.lot();
        boolean isApart = serial != null && !Objects.equals(lot, lotOf(unit.lotUnit()));
        if (isApart && lot != null) {
            lotsApart.put(id, lot);
        }
        if (unit.twin() != 0) {
            twins.put(id, unit.twin());
        }
        int sort = sort(new Register.Sort(unit.item(), unit.issuer(), unit.decimals(), unit.measure()));
        int flags = unit.kind().ordinal()
                | (serial == null ? 0 : HAS_SERIAL)
                | (lot == null ? 0 : HAS_LOT)
                | (isApart ? LOT_APART : 0)
                | (unit.twin() == 0 ? 0 : IS_TWIN);
        number.add(serial != null ? serial : lot != null ? lot : "");
        facts.add((long) (sort << SORT_BITS | flags) << Integer.SIZE | Integer.toUnsignedLong(unit.lotUnit()));
    }

    // Units come item by item as a rule, so that the last sort is tried first.
    private int sort(Register.Sort sort) {
        if (lastSort < sorts.length && sorts[lastSort].equals(sort)) {
            return lastSort;
        }
        lastSort = numberOfSort.computeIfAbsent(sort, absent -> {
            if (sorts.length == SORTS_MAX) {
                throw new IllegalStateException("more than " + SORTS_MAX + " sorts of units");
            }
            Register.Sort[] more = Arrays.copyOf(sorts, sorts.length + 1);
            more[sorts.length] = absent;
            sorts = more;
            return more.length - 1;
        });
        return lastSort;
    }

    Unit get(int id) {
        Objects.checkIndex(id, facts.size());
        int flags = flags(facts.get(id));
        Register.Sort sort = sorts[flags >>> SORT_BITS];
        return new Unit(
                id,
                KINDS[flags & KIND],
                sort.item(),
                sort.issuer(),
                lotOf(id),
                (flags & HAS_SERIAL) == 0 ? null : number.get(id),
                lotUnit(facts.get(id)),
                sort.decimals(),
                sort.measure(),
                (flags & IS_TWIN) == 0 ? 0 : twins.getOrDefault(id, 0));
    }

    boolean appendLot(int id, Utf8 text) {
        int flags = flags(facts.get(id));
        if ((flags & HAS_LOT) == 0) {
            return false;
        }
        if ((flags & HAS_SERIAL) == 0) {
            number.append(id, text);
        } else if ((flags & LOT_APART) == 0) {
            return appendLot(lotUnit(facts.get(id)), text);
        } else {
            text.append(lotsApart.getOrDefault(id, ""));
        }
        return true;
    }

    boolean appendSerial(int id, Utf8 text) {
        boolean hasSerial = (flags(facts.get(id)) & HAS_SERIAL) != 0;
        if (hasSerial) {
            number.append(id, text);
        }
        return hasSerial;
    }

    int twin(int id) {
        return (flags(facts.get(id)) & IS_TWIN) == 0 ? 0 : twins.getOrDefault(id, 0);
    }

    /** The sort and the kind of a unit in one number. */
    int sortOf(int id) {
        int flags = flags(facts.get(id));
        return (flags >>> SORT_BITS) * KINDS.length + (flags & KIND);
    }

    private static int flags(long facts) {
        return (int) (facts >>> Integer.SIZE);
    }

    private static int lotUnit(long facts) {
        return (int) facts;
    }

    private @Nullable String lotOf(int id) {
        int flags = id < 0 ? 0 : flags(facts.get(id));
        if ((flags & HAS_LOT) == 0) {
            return null;
        }
        if ((flags & HAS_SERIAL) == 0) {
            return number.get(id);
        }
        return (flags & LOT_APART) == 0 ? lotOf(lotUnit(facts.get(id))) : lotsApart.get(id);
    }

    void write(BlockWriter out, int count) throws IOException {
        facts.write(out, count);
        number.write(out, count);
        Map<Integer, String> apart = new TreeMap<>(lotsApart);
        apart.keySet().removeIf(id -> id >= count);
        out.putLong(apart.size());
        for (Map.Entry<Integer, String> lot : apart.entrySet()) {
            out.putLong(lot.getKey());
            out.putText(lot.getValue());
        }
        Map<Integer, Integer> some = new TreeMap<>(twins);
        some.keySet().removeIf(id -> id >= count);
        out.putLong(some.size());
        for (Map.Entry<Integer, Integer> twin : some.entrySet()) {
            out.putLong(twin.getKey());
            out.putLong(twin.getValue());
        }
        Register.Sort[] known = sorts;
        out.putLong(known.length);
        for (Register.Sort sort : known) {
            write(out, sort);
        }
    }

    private static void write(BlockWriter out, Register.Sort sort) throws IOException {
        out.putText(sort.item());
        out.putText(sort.issuer());
        out.putLong(sort.decimals());
        out.putText(sort.measure().base());
        out.putLong(sort.measure().perBaseUnit().size());
        for (Map.Entry<String, Fraction> per : sort.measure().perBaseUnit().entrySet()) {
            out.putText(per.getKey());
            out.putText(per.getValue().num().toString());
            out.putText(per.getValue().den().toString());
        }
    }

    static UnitTable read(BlockReader in) {
        Longs facts = Longs.read(in);
        Texts number = Texts.read(in);
        Map<Integer, String> apart = new ConcurrentHashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            apart.put(in.getInt(), in.getText());
        }
        Map<Integer, Integer> twins = new ConcurrentHashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            twins.put(in.getInt(), in.getInt());
        }
        Register.Sort[] sorts = new Register.Sort[in.getInt()];
        for (int i = 0; i < sorts.length; i++) {
            sorts[i] = new Register.Sort(in.getText(), in.getText(), in.getInt(), measure(in));
        }
        return new UnitTable(facts, number, apart, twins, sorts);
    }

    private static Measure measure(BlockReader in) {
        String base = in.getText();
        var per = new TreeMap<String, Fraction>();
        for (int left = in.getInt(); left > 0; left--) {
            per.put(in.getText(), new Fraction(new BigInteger(in.getText()), new BigInteger(in.getText())));
        }
        return new Measure(base, per);
    }

    /** Bytes of memory of the columns. */
    long bytes() {
        return facts.bytes() + number.bytes();
    }
}
