/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A code of the Health Industry Bar Code Supplier Labeling Standard (ANSI/HIBC 2.6): which product it is (primary),
 * lot, serial and days (secondary), or both in one symbol (concatenated).
 *
 * @param raw the text that was read
 * @param form which of the three it is
 * @param primary labeller, product and unit of measure; null in a secondary
 * @param link the check character of the primary that a secondary belongs to; null in other forms
 * @param check the check character
 * @param body what stands between {@code +} and the link or check character
 * @param values what it says
 * @param remarks what is odd about it
 * @param guessed true when the check character is a space that is missing at the end of the text
 */
public record Hibc(
        String raw,
        Form form,
        @Nullable Primary primary,
        @Nullable Character link,
        char check,
        String body,
        List<DataValue> values,
        List<Remark> remarks,
        boolean guessed)
        implements DataValues {

    static final String LOT = "LOT";
    static final String SERIAL = "SERIAL";
    static final String EXPIRY = "EXPIRY";
    static final String MADE = "MANUFACTURED";
    static final String QUANTITY = "QUANTITY";

    /** What a symbol carries. */
    public enum Form {
        PRIMARY,
        SECONDARY,
        CONCATENATED
    }

    /**
     * What a primary says.
     *
     * @param labeller Labeler Identification Code, a letter and three characters
     * @param product the labeller's product or catalogue number, 1 to 18 characters
     * @param unit level of packaging, 0 to 9
     */
    public record Primary(String labeller, String product, int unit) {
        /** The number as data bases keep it: without {@code +} and check character. */
        public String number() {
            return labeller + product + unit;
        }
    }

    public Hibc {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    /** Reads a text, with or without the {@code *} of Code 39 around it. */
    public static Reading<Hibc> read(String raw, Options options) {
        return HibcReader.read(raw, 0, raw.length(), options);
    }

    /**
     * The two symbols of one label as one: this primary with its secondary. The answer's raw text is the concatenated
     * code. Bad when the link character of the secondary is not the check character of this primary (ANSI/HIBC 2.6,
     * Link Character).
     */
    public Reading<Hibc> joined(Hibc secondary, Options options) {
        if (form != Form.PRIMARY) {
            return Reading.bad("notPrimary", "only a primary can be joined with a secondary", 0);
        }
        Character its = secondary.link;
        if (its == null) {
            return Reading.bad("notSecondary", "the other code is no secondary", 0);
        }
        if (its != check) {
            int at = secondary.raw.indexOf(secondary.body) + secondary.body.length();
            return Reading.bad(
                    "link",
                    "the secondary belongs to another product: its link is '" + its + "', not '" + check + "'",
                    at);
        }
        String text = '+' + body + '/' + secondary.body;
        return read(text + Mod43.of(text, 0, text.length()), options);
    }

    @Override
    public Code.Family family() {
        return Code.Family.HIBC;
    }

    @Override
    public List<ItemKey> itemKeys() {
        return primary == null ? List.of() : List.of(new ItemKey(ItemKey.Scheme.HIBC, primary.number()));
    }

    /** The first value of this title, or null. */
    @Nullable
    DataValue find(String title) {
        for (DataValue value : values) {
            if (value.title().equals(title)) {
                return value;
            }
        }
        return null;
    }

    private @Nullable String text(String title) {
        DataValue value = find(title);
        return value == null ? null : value.value();
    }

    private @Nullable Meaning meaning(String title) {
        DataValue value = find(title);
        return value == null ? null : value.meaning();
    }

    @Override
    public @Nullable String lot() {
        return text(LOT);
    }

    @Override
    public @Nullable String serial() {
        return text(SERIAL);
    }

    @Override
    public @Nullable LocalDate expiry() {
        return DataValues.day(meaning(EXPIRY));
    }

    @Override
    public @Nullable LocalDate manufactured() {
        return DataValues.day(meaning(MADE));
    }

    @Override
    public @Nullable BigDecimal quantity() {
        return meaning(QUANTITY) instanceof Meaning.Number number ? number.number() : null;
    }
}
