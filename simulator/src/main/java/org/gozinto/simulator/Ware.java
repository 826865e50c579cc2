/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import java.math.BigDecimal;

/**
 * The items of the scooter maker. A piece of a serial-tracked ware is one int in the book: the ware in the upper bits,
 * its running number from 0 in the lower 28, so that {@code 0x50000007} is pack {@code BP00000008}.
 */
enum Ware {
    CELL("CELL-21700", "Lithium-ion cell 21700", "lot", ""),
    ADHESIVE("ADH-2K", "Structural adhesive, two-part", "lot", ""),
    FRAME("FRAME-S1", "Frame S1, aluminium", "serial", "FR"),
    CONTROLLER("CTRL-36V", "Motor controller 36 V", "lot+serial", "VC"),
    CHARGER("CHG-42V", "Charger 42 V", "lot+serial", "CH"),
    PACK("PACK-36V", "Battery pack 36 V", "serial", "BP"),
    SCOOTER("SCOOTER-S1", "E-scooter S1", "serial", "ES");

    private static final int NUMBER_BITS = 28;
    private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;
    private static final int DIGITS = 8;
    private static final Ware[] ALL = values();

    private final String code;
    private final String title;
    private final String tracking;
    private final String prefix;

    Ware(String code, String title, String tracking, String prefix) {
        this.code = code;
        this.title = title;
        this.tracking = tracking;
        this.prefix = prefix;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    String tracking() {
        return tracking;
    }

    boolean isSerial() {
        return !prefix.isEmpty();
    }

    int decimals() {
        return this == ADHESIVE ? 3 : 0;
    }

    String unit() {
        return this == ADHESIVE ? "KGM" : "EA";
    }

    /** Quantities are counted in the last decimal of the item: 0.125 kg is 125. */
    BigDecimal quantity(long scaled) {
        return BigDecimal.valueOf(scaled, decimals());
    }

    /** The order of the constants is part of the piece numbers, which live no longer than one run of the program. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    int piece(int number) {
        return (index() << NUMBER_BITS) | number;
    }

    static Ware of(int piece) {
        return ALL[piece >>> NUMBER_BITS];
    }

    static int number(int piece) {
        return piece & NUMBER_MASK;
    }

    static String serial(int piece) {
        return of(piece).prefix + Numbers.padded(number(piece) + 1, DIGITS);
    }

    static Unit unit(int piece) {
        return Unit.serial(of(piece).code, serial(piece));
    }

    static Ware named(String item) {
        for (Ware ware : ALL) {
            if (ware.code.equals(item)) {
                return ware;
            }
        }
        throw new IllegalArgumentException("no item " + item);
    }

    /** The piece that a serial names, whether or not there is one of that number. */
    int named(String item, String serial) {
        if (!isSerial() || !serial.startsWith(prefix) || serial.length() != prefix.length() + DIGITS) {
            throw new IllegalArgumentException("no serial " + serial + " of " + item);
        }
        int number = 0;
        for (int i = prefix.length(); i < serial.length(); i++) {
            int digit = serial.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("no serial " + serial + " of " + item);
            }
            number = number * 10 + digit;
        }
        if (number == 0) {
            throw new IllegalArgumentException("no serial " + serial + " of " + item);
        }
        return piece(number - 1);
    }
}
