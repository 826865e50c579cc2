/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data structures of ISBT 128, one or several in a row, as medical products of human origin carry them (ICCBBA, ISBT
 * 128 Standard Technical Specification ST-001 §2.4; as a device's UDI: ST-011).
 *
 * @param raw the text that was read
 * @param values one for each structure; the id is its data identifier
 * @param remarks what is odd about it
 * @param guessed true for a donation number that was typed without its data identifier
 */
public record Isbt128(String raw, List<DataValue> values, List<Remark> remarks, boolean guessed) implements DataValues {

    public Isbt128 {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    /** Reads structures; every one begins with {@code =} or {@code &}. */
    public static Reading<Isbt128> read(String raw) {
        return Isbt128Reader.read(raw, 0, raw.length());
    }

    /** The keyboard check character of a donation number of 13 characters, or Bad. */
    public static Reading<Character> keyboardCheck(String donation) {
        int wrong = Chars.notCapitalOrDigit(donation, 0, donation.length());
        if (wrong >= 0 || donation.length() != 13) {
            int at = wrong >= 0 ? wrong : Math.min(donation.length(), 13);
            return Reading.bad("donation", "a donation number has 13 capital letters and digits", at);
        }
        return Reading.ok(Mod37.character(Mod37.of(donation, 0, 13)));
    }

    @Override
    public Code.Family family() {
        return Code.Family.ISBT128;
    }

    /** The characters of the first structure with this data identifier, or null. */
    public @Nullable String text(String id) {
        DataValue value = find(id);
        return value == null ? null : value.value();
    }

    @Nullable
    DataValue find(String id) {
        for (DataValue value : values) {
            if (value.id().equals(id)) {
                return value;
            }
        }
        return null;
    }

    /** The product: processor's product identification code, else manufacturer and catalogue number of a container. */
    public @Nullable String product() {
        String text = text("=/");
        return text == null ? text("=)") : text;
    }

    /** The donation identification number with its flags, or null. */
    public @Nullable String donation() {
        return text("=");
    }

    @Override
    public List<ItemKey> itemKeys() {
        String product = product();
        return product == null ? List.of() : List.of(new ItemKey(ItemKey.Scheme.ISBT128, product));
    }

    @Override
    public @Nullable String lot() {
        String text = text("&,1");
        text = text == null ? text("&)") : text;
        return text == null ? text("&-") : text;
    }

    @Override
    public @Nullable String serial() {
        return text("=,");
    }

    @Override
    public @Nullable LocalDate expiry() {
        return day("=>", "&>");
    }

    @Override
    public @Nullable LocalDate manufactured() {
        return day("=}", "&}");
    }

    private @Nullable LocalDate day(String date, String time) {
        DataValue value = find(date);
        value = value == null ? find(time) : value;
        return value == null ? null : DataValues.day(value.meaning());
    }
}
