/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.gozinto.trace.Mixing;
import org.gozinto.trace.Place;
import org.gozinto.trace.Utf8;

/** Places in columns, with the keys by which their owner knows them. */
final class PlaceTable {

    private static final Place.Kind[] KINDS = Place.Kind.values();
    private static final Mixing[] MIXINGS = Mixing.values();
    private static final int KIND = 0xFF;
    private static final int MIXING_BITS = 8;
    private static final int CONSUMER = 1 << 16;

    /** Kind, mixing, and whether it is a consumer. */
    private final Cells head;

    private final Cells parent;
    private final Ints unit;
    private final Texts code;
    private final Keys keys;
    /** Few places have one. */
    private final Map<Integer, Long> overlaps;

    PlaceTable() {
        this(new Cells(), new Cells(), new Ints(), new Texts(), new Keys(), new ConcurrentHashMap<>());
    }

    private PlaceTable(Cells head, Cells parent, Ints unit, Texts code, Keys keys, Map<Integer, Long> overlaps) {
        this.head = head;
        this.parent = parent;
        this.unit = unit;
        this.code = code;
        this.keys = keys;
        this.overlaps = overlaps;
    }

    /**
     * The same places where some are of another kind or elsewhere, or turned into consumers and back; whoever has this
     * table sees nothing of it.
     */
    PlaceTable amended(Map<Integer, Place> changed, Set<Integer> turned) {
        if (changed.isEmpty() && turned.isEmpty()) {
            return this;
        }
        var amended = new PlaceTable(head.copy(), parent.copy(), unit, code, keys, overlaps);
        changed.forEach((id, place) -> {
            amended.head.set(id, head(place) | head.get(id) & CONSUMER);
            amended.parent.set(id, place.parent());
        });
        turned.forEach(id -> amended.head.set(id, amended.head.get(id) ^ CONSUMER));
        return amended;
    }

    private static int head(Place place) {
        return place.kind().ordinal() | place.mixing().ordinal() << MIXING_BITS;
    }

    int size() {
        return head.size();
    }

    void add(Place place, long key, boolean isConsumer) {
        int id = head.size();
        if (place.id() != id) {
            throw new IllegalArgumentException("place " + place.id() + " cannot follow " + (id - 1));
        }
        if (place.overlap() != 0) {
            overlaps.put(id, place.overlap());
        }
        parent.add(place.parent());
        unit.add(place.unit());
        code.add(place.code());
        keys.add(key);
        head.add(head(place) | (isConsumer ? CONSUMER : 0));
    }

    Place get(int id) {
        Objects.checkIndex(id, head.size());
        int bits = head.get(id);
        return new Place(
                id,
                code.get(id),
                KINDS[bits & KIND],
                parent.get(id),
                unit.get(id),
                MIXINGS[(bits & ~CONSUMER) >>> MIXING_BITS],
                overlaps.getOrDefault(id, 0L));
    }

    boolean isConsumer(int id) {
        return (head.get(id) & CONSUMER) != 0;
    }

    /** Appends the kind and the code of a place. */
    void append(int id, Utf8 text) {
        text.append(KINDS[head.get(id) & KIND].name());
        text.append(":");
        code.append(id, text);
    }

    Keys keys() {
        return keys;
    }

    void write(BlockWriter out, int count) throws IOException {
        head.write(out, count);
        parent.write(out, count);
        unit.write(out, count);
        code.write(out, count);
        keys.write(out, count);
        Map<Integer, Long> some = new TreeMap<>(overlaps);
        some.keySet().removeIf(id -> id >= count);
        out.putLong(some.size());
        for (Map.Entry<Integer, Long> overlap : some.entrySet()) {
            out.putLong(overlap.getKey());
            out.putLong(overlap.getValue());
        }
    }

    static PlaceTable read(BlockReader in) {
        var table = new PlaceTable(
                Cells.read(in),
                Cells.read(in),
                Ints.read(in),
                Texts.read(in),
                Keys.read(in),
                new ConcurrentHashMap<>());
        for (int left = in.getInt(); left > 0; left--) {
            table.overlaps.put(in.getInt(), in.getLong());
        }
        return table;
    }

    /** Bytes of memory of the columns. */
    long bytes() {
        return head.bytes() + parent.bytes() + unit.bytes() + code.bytes() + keys.bytes();
    }
}
