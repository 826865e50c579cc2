/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values with data identifiers (ANSI MH10.8.2), as format 06 of ISO/IEC 15434 and linear labels carry them.
 *
 * @param raw the text that was read
 * @param values the values; an identifier without a value is told by a remark only
 * @param remarks values that are not what their identifier says, and the like
 * @param guessed true when there is no envelope around them, or separators are taken to be lost
 */
public record DataIdentifiers(String raw, List<DataValue> values, List<Remark> remarks, boolean guessed)
        implements DataValues {

    public DataIdentifiers {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    @Override
    public Code.Family family() {
        return Code.Family.DATA_IDENTIFIERS;
    }

    /** The characters of the first value with this identifier, or null. */
    public @Nullable String text(String di) {
        DataValue value = find(di);
        return value == null ? null : value.value();
    }

    @Nullable
    DataValue find(String di) {
        for (DataValue value : values) {
            if (value.id().equals(di)) {
                return value;
            }
        }
        return null;
    }

    /** The value of this role whose identifier stands first in the table, or null. */
    private @Nullable DataValue first(Di.Role role) {
        DataValue found = null;
        int rank = Integer.MAX_VALUE;
        for (DataValue value : values) {
            Di di = DiTable.find(value.id());
            if (di != null && di.role() == role && di.rank() < rank) {
                found = value;
                rank = di.rank();
            }
        }
        return found;
    }

    private @Nullable String textOf(Di.Role role) {
        DataValue value = first(role);
        return value == null ? null : value.value();
    }

    private @Nullable LocalDate dayOf(Di.Role role) {
        DataValue value = first(role);
        return value == null ? null : DataValues.day(value.meaning());
    }

    /** The product's PPN (9N), or null when there is none with right check digits. */
    public @Nullable Ppn ppn() {
        String text = text("9N");
        return text == null ? null : Ppn.of(text).valueOrNull();
    }

    @Override
    public List<ItemKey> itemKeys() {
        List<ItemKey> keys = new ArrayList<>(4);
        Gtin gtin = gtin();
        Pzn pzn = gtin == null ? null : Pzn.ofNtin(gtin);
        if (gtin != null) {
            keys.add(new ItemKey(ItemKey.Scheme.GTIN, gtin.digits()));
        }
        Ppn ppn = ppn();
        if (ppn != null) {
            keys.add(new ItemKey(ItemKey.Scheme.PPN, ppn.number()));
            pzn = pzn == null ? ppn.pzn() : pzn;
        }
        if (pzn != null) {
            keys.add(new ItemKey(ItemKey.Scheme.PZN, pzn.digits()));
        }
        for (DataValue value : values) {
            Di di = DiTable.find(value.id());
            if (di != null && di.role() == Di.Role.PART) {
                keys.add(new ItemKey(ItemKey.Scheme.PART, value.value()));
            } else if (di != null && di.role() == Di.Role.CUSTOMERPART) {
                keys.add(new ItemKey(ItemKey.Scheme.CUSTOMER_PART, value.value()));
            }
        }
        return List.copyOf(keys);
    }

    @Override
    public @Nullable Gtin gtin() {
        String text = text("8P");
        return text == null || text.length() != 14 ? null : Gtin.of(text).valueOrNull();
    }

    @Override
    public @Nullable String lot() {
        return textOf(Di.Role.LOT);
    }

    @Override
    public @Nullable String serial() {
        return textOf(Di.Role.SERIAL);
    }

    @Override
    public @Nullable Sscc sscc() {
        String text = textOf(Di.Role.UNIT);
        return text == null
                ? null
                : Sscc.of(text.length() == 20 && text.startsWith("00") ? text.substring(2) : text)
                        .valueOrNull();
    }

    /** 14D, 15D; on a label of a medicine D (IFA, PPN-Code Specification §4.2). */
    @Override
    public @Nullable LocalDate expiry() {
        LocalDate day = dayOf(Di.Role.EXPIRY);
        return day == null && first(Di.Role.ITEM) != null ? dayOf(Di.Role.DATE) : day;
    }

    @Override
    public @Nullable LocalDate bestBefore() {
        return dayOf(Di.Role.BEST);
    }

    @Override
    public @Nullable LocalDate manufactured() {
        return dayOf(Di.Role.MADE);
    }

    @Override
    public @Nullable BigDecimal quantity() {
        DataValue value = first(Di.Role.QUANTITY);
        return value != null && value.meaning() instanceof Meaning.Number number ? number.number() : null;
    }
}
