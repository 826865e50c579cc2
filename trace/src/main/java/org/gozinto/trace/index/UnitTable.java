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
import org.jspecify.annotations.Nullable;

/**
 * Units in columns. Each has at most one number of its own: a serial, or else a lot; the lot of a serial is that of its
 * lot unit, as a rule. Sample: a lot L1 of MIX, a serial S1 in it, the second suspect twin of it
 *
 * <pre>
 * head            sort  lotUnit  number
 * LOT                0       -1  L1
 * SERIAL, OF_LOT     0        0  S1
 * SERIAL, twin 2     0       -1  S1
 * </pre>
 */
final class UnitTable {

    private static final Unit.Kind[] KINDS = Unit.Kind.values();
    private static final int KIND = 0xF;
    private static final int HAS_SERIAL = 1 << 4;
    private static final int HAS_LOT = 1 << 5;
    private static final int LOT_APART = 1 << 6;
    private static final int TWIN_BITS = 7;

    private final Ints head;
    private final Ints sortOf;
    private final Ints lotUnit;
    private final Texts number;
    /** Lots of serials that are not in a lot unit of that number. */
    private final Map<Integer, String> lotsApart;

    private volatile Register.Sort[] sorts;
    private final Map<Register.Sort, Integer> numberOfSort = new HashMap<>();
    private int lastSort;

    UnitTable() {
        this(new Ints(), new Ints(), new Ints(), new Texts(), new ConcurrentHashMap<>(), new Register.Sort[0]);
    }

    private UnitTable(
            Ints head, Ints sortOf, Ints lotUnit, Texts number, Map<Integer, String> lotsApart, Register.Sort[] sorts) {
        this.head = head;
        this.sortOf = sortOf;
        this.lotUnit = lotUnit;
        this.number = number;
        this.lotsApart = lotsApart;
        this.sorts = sorts;
        for (int i = 0; i < sorts.length; i++) {
            numberOfSort.put(sorts[i], i);
        }
    }

    /** The same units where what they have in common has changed; whoever has this table sees nothing of it. */
    UnitTable amended(UnaryOperator<Register.Sort> change) {
        Register.Sort[] changed = Arrays.stream(sorts).map(change).toArray(Register.Sort[]::new);
        return Arrays.equals(changed, sorts) ? this : new UnitTable(head, sortOf, lotUnit, number, lotsApart, changed);
    }

    int size() {
        return head.size();
    }

    void add(Unit unit) {
        int id = head.size();
        if (unit.id() != id) {
            throw new IllegalArgumentException("unit " + unit.id() + " cannot follow " + (id - 1));
        }
        String serial = unit.serial();
        String lot = unit.lot();
        boolean isApart = serial != null && !Objects.equals(lot, lotOf(unit.lotUnit()));
        if (isApart && lot != null) {
            lotsApart.put(id, lot);
        }
        sortOf.add(sort(new Register.Sort(unit.item(), unit.issuer(), unit.decimals(), unit.measure())));
        lotUnit.add(unit.lotUnit());
        number.add(serial != null ? serial : lot != null ? lot : "");
        int flags = (serial == null ? 0 : HAS_SERIAL) | (lot == null ? 0 : HAS_LOT) | (isApart ? LOT_APART : 0);
        head.add(unit.kind().ordinal() | flags | unit.twin() << TWIN_BITS);
    }

    // Units come item by item as a rule, so that the last sort is tried first.
    private int sort(Register.Sort sort) {
        if (lastSort < sorts.length && sorts[lastSort].equals(sort)) {
            return lastSort;
        }
        lastSort = numberOfSort.computeIfAbsent(sort, absent -> {
            Register.Sort[] more = Arrays.copyOf(sorts, sorts.length + 1);
            more[sorts.length] = absent;
            sorts = more;
            return more.length - 1;
        });
        return lastSort;
    }

    Unit get(int id) {
        Objects.checkIndex(id, head.size());
        int bits = head.get(id);
        Register.Sort sort = sorts[sortOf.get(id)];
        return new Unit(
                id,
                KINDS[bits & KIND],
                sort.item(),
                sort.issuer(),
                lotOf(id),
                (bits & HAS_SERIAL) == 0 ? null : number.get(id),
                lotUnit.get(id),
                sort.decimals(),
                sort.measure(),
                bits >>> TWIN_BITS);
    }

    private @Nullable String lotOf(int id) {
        int bits = id < 0 ? 0 : head.get(id);
        if ((bits & HAS_LOT) == 0) {
            return null;
        }
        if ((bits & HAS_SERIAL) == 0) {
            return number.get(id);
        }
        return (bits & LOT_APART) == 0 ? lotOf(lotUnit.get(id)) : lotsApart.get(id);
    }

    void write(BlockWriter out, int count) throws IOException {
        head.write(out, count);
        sortOf.write(out, count);
        lotUnit.write(out, count);
        number.write(out, count);
        Map<Integer, String> apart = new TreeMap<>(lotsApart);
        apart.keySet().removeIf(id -> id >= count);
        out.putLong(apart.size());
        for (Map.Entry<Integer, String> lot : apart.entrySet()) {
            out.putLong(lot.getKey());
            out.putText(lot.getValue());
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
        Ints head = Ints.read(in);
        Ints sortOf = Ints.read(in);
        Ints lotUnit = Ints.read(in);
        Texts number = Texts.read(in);
        Map<Integer, String> apart = new ConcurrentHashMap<>();
        for (int left = in.getInt(); left > 0; left--) {
            apart.put(in.getInt(), in.getText());
        }
        Register.Sort[] sorts = new Register.Sort[in.getInt()];
        for (int i = 0; i < sorts.length; i++) {
            sorts[i] = new Register.Sort(in.getText(), in.getText(), in.getInt(), measure(in));
        }
        return new UnitTable(head, sortOf, lotUnit, number, apart, sorts);
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
        return head.bytes() + sortOf.bytes() + lotUnit.bytes() + number.bytes();
    }
}
