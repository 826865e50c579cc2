/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GS1 element strings: application identifiers with values, as a GS1 symbol carries them (GS1 General Specifications
 * §3,
 * §7.8).
 *
 * @param raw the text that was read
 * @param values what it says
 * @param remarks rules between identifiers that are not kept (GS1 General Specifications §4.13)
 * @param guessed true when separators are taken to be lost, so that this is one of several possible readings
 */
public record ElementString(String raw, List<AiValue> values, List<Remark> remarks, boolean guessed)
        implements AiValues {

    public ElementString {
        values = List.copyOf(values);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a text in any form: with FNC1 as GS (0x1D) or {@code ^}, with an AIM symbology identifier, bracketed, or
     * bare.
     * Bare text, and marked text without any separator, may have several readings.
     */
    public static Readings read(String raw, Options options) {
        return ElementReader.read(raw, Aim.of(raw), options);
    }

    /**
     * Builds an element string from values. Each value is checked as in reading; an identifier that is there twice with
     * different values and identifiers that exclude each other are faults, and a missing companion is a remark, because
     * another symbol on the item may bring it. The values are put in the order that needs the fewest separators, the
     * key first and else as they were given; equal pairs are written once.
     *
     * <p>{@link #separated()}, {@link #bracketed()} and {@link #canonicalLink()} write the result. Its {@code raw} is
     * the text of a symbol with FNC1 as GS (0x1D) in front.
     */
    public static Made of(List<Pair> pairs, Options options) {
        return ElementWriter.make(pairs, options);
    }

    /** An application identifier with the value to write, as a symbol holds it: a GTIN with 14 digits, a day YYMMDD. */
    public record Pair(String ai, String value) {}

    /**
     * What stands against writing a value.
     *
     * @param index of the pair in the list that was given
     * @param ai its identifier
     * @param code stable name of the reason, such as {@code checkDigit}
     * @param detail a sentence for a person
     * @param position index of the first wrong character in the value
     */
    public record Fault(int index, String ai, String code, String detail, int position) {}

    /** The outcome of {@link #of}. */
    public sealed interface Made {

        /** Every value can be written. */
        record Good(ElementString elements) implements Made {}

        /** Everything that stands against it, in the order of the list. */
        record Faulty(List<Fault> faults) implements Made {
            public Faulty {
                faults = List.copyOf(faults);
            }
        }
    }

    /** The same with an item in front, which the linear part of a composite symbol carried. */
    ElementString withItem(Gtin gtin, int position) {
        List<AiValue> all = new ArrayList<>(values.size() + 1);
        all.add(new AiValue("01", "GTIN", gtin.digits(), new Meaning.Text(gtin.digits()), position));
        all.addAll(values);
        List<Ai> ais = new ArrayList<>();
        for (AiValue value : all) {
            Ai ai = AiTable.find(value.ai());
            if (ai != null) {
                ais.add(ai);
            }
        }
        return new ElementString(raw, all, AiPairs.remarks(all, ais), guessed);
    }

    /**
     * All readings of a text.
     *
     * @param readings best first; more than one when separators may be lost; empty when it is no element string
     * @param problem why the text is not an element string by the standard's rules, or null
     * @param complete false when there may be more readings than the bounds allow to look for
     */
    public record Readings(
            List<ElementString> readings, Reading.@Nullable Bad<ElementString> problem, boolean complete) {
        public Readings {
            readings = List.copyOf(readings);
        }

        /** True when the text alone does not tell which reading is meant. */
        public boolean ambiguous() {
            return readings.size() > 1;
        }
    }
}
