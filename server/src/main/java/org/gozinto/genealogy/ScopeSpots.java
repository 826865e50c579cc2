/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.roaringbitmap.RoaringBitmap;

/**
 * Where the units of an answer are, counted: how many of each item are at each place, and which. An answer of millions
 * takes some bits a unit. Nothing is counted of containers, which are no goods.
 *
 * @param spots in the order of their places and items
 */
public record ScopeSpots(List<Spot> spots) {

    /** The form in which it is kept. */
    private static final int FORM = 1;

    /**
     * What is of one item at one place.
     *
     * @param place the code of the place around all containers and hosts
     * @param inHost whether it is installed in a host there
     * @param lots how many holdings there are of what is no serial; a lot in two cartons counts twice
     * @param qty of all together, in the unit of the item
     * @param units their ids
     * @param parts how much there is of each that is no serial
     */
    public record Spot(
            String place,
            String item,
            boolean inHost,
            int lots,
            int serials,
            BigDecimal qty,
            RoaringBitmap units,
            Parts parts) {}

    /** Quantities of units, in the order of their ids. Nobody changes it after it was made. */
    public static final class Parts {

        static final Parts NONE = new Parts(new int[0], new long[0], 0);

        private final int[] units;
        private final long[] qtys;
        private final int scale;

        /** @param scale decimals of the quantities */
        Parts(int[] units, long[] qtys, int scale) {
            this.units = units;
            this.qtys = qtys;
            this.scale = scale;
        }

        /** How much there is of a unit; zero where it is none of these. */
        public BigDecimal qty(long unit) {
            int at = Arrays.binarySearch(units, Math.toIntExact(unit));
            return at < 0 ? BigDecimal.ZERO : BigDecimal.valueOf(qtys[at], scale);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Parts parts
                    && scale == parts.scale
                    && Arrays.equals(units, parts.units)
                    && Arrays.equals(qtys, parts.qtys);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(units) + Arrays.hashCode(qtys);
        }

        @Override
        public String toString() {
            return Arrays.toString(units) + " " + Arrays.toString(qtys) + " e-" + scale;
        }
    }

    // --- as bytes

    /** Bytes from which {@link #of} makes the same again, compressed. */
    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 14))) {
            out.writeByte(FORM);
            out.writeInt(spots.size());
            for (Spot spot : spots) {
                write(spot, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static void write(Spot spot, DataOutputStream out) throws IOException {
        out.writeUTF(spot.place);
        out.writeUTF(spot.item);
        out.writeBoolean(spot.inHost);
        out.writeInt(spot.lots);
        out.writeInt(spot.serials);
        out.writeUTF(spot.qty.toPlainString());
        spot.units.serialize(out);
        Parts parts = spot.parts;
        out.writeByte(parts.scale);
        out.writeInt(parts.units.length);
        for (int i = 0; i < parts.units.length; i++) {
            out.writeInt(parts.units[i]);
            out.writeLong(parts.qtys[i]);
        }
    }

    /**
     * What was kept.
     *
     * @throws UncheckedIOException when it was changed past the server
     */
    static ScopeSpots of(byte[] bytes) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IOException("what was counted of a scope is in form " + form);
            }
            int size = in.readInt();
            List<Spot> spots = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                spots.add(spot(in));
            }
            return new ScopeSpots(List.copyOf(spots));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Spot spot(DataInputStream in) throws IOException {
        String place = in.readUTF();
        String item = in.readUTF();
        boolean inHost = in.readBoolean();
        int lots = in.readInt();
        int serials = in.readInt();
        var qty = new BigDecimal(in.readUTF());
        var units = new RoaringBitmap();
        units.deserialize(in);
        int scale = in.readByte();
        var ids = new int[in.readInt()];
        var qtys = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = in.readInt();
            qtys[i] = in.readLong();
        }
        return new Spot(
                place,
                item,
                inHost,
                lots,
                serials,
                qty,
                units,
                ids.length == 0 && scale == 0 ? Parts.NONE : new Parts(ids, qtys, scale));
    }
}
