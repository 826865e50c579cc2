/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A message in the envelope of ISO/IEC 15434: {@code [)>}, RS, one or more formats that end with RS, EOT.
 *
 * @param raw the text that was read
 * @param formats the formats in their order
 * @param remarks what is odd about envelope and values
 * @param guessed true when separators are lost or replaced by other characters
 */
public record Iso15434(String raw, List<Format> formats, List<Remark> remarks, boolean guessed) implements DataValues {

    /** One format of a message; its two digits tell how its data are built (ISO/IEC 15434 table 1). */
    public sealed interface Format {
        String number();

        /** The values in it. */
        List<? extends Said> values();
    }

    /** Format 05: GS1 element strings. */
    public record Elements(String number, ElementString elements) implements Format {
        @Override
        public List<AiValue> values() {
            return elements.values();
        }
    }

    /** Format 06: values with data identifiers. */
    public record Data(String number, DataIdentifiers data) implements Format {
        @Override
        public List<DataValue> values() {
            return data.values();
        }
    }

    /** Format 12: values with text element identifiers (ATA Spec 2000). */
    public record TextElements(String number, List<DataValue> values) implements Format {
        public TextElements {
            values = List.copyOf(values);
        }

        @Nullable
        String text(String... ids) {
            for (String id : ids) {
                for (DataValue value : values) {
                    if (value.id().equals(id)) {
                        return value.value();
                    }
                }
            }
            return null;
        }
    }

    /**
     * Another format, kept as it is: transport (01), EDI messages (02 to 04), free text (07), images and other data.
     */
    public record Other(String number, String text) implements Format {
        @Override
        public List<DataValue> values() {
            return List.of();
        }
    }

    public Iso15434 {
        formats = List.copyOf(formats);
        remarks = List.copyOf(remarks);
    }

    /** Reads a message; several readings, best first, when separators are lost. */
    public static Reading<List<Iso15434>> read(String raw, Options options) {
        return Iso15434Reader.read(raw, 0, raw.length(), options);
    }

    @Override
    public Code.Family family() {
        return Code.Family.ISO15434;
    }

    @Override
    public List<Said> values() {
        List<Said> all = new ArrayList<>();
        formats.forEach(format -> all.addAll(format.values()));
        return List.copyOf(all);
    }

    /** What the first format with such data says. */
    private <T> @Nullable T first(
            Function<DataIdentifiers, @Nullable T> data, Function<ElementString, @Nullable T> elements) {
        for (Format format : formats) {
            T found = switch (format) {
                case Data it -> data.apply(it.data());
                case Elements it -> elements.apply(it.elements());
                case TextElements it -> null;
                case Other it -> null;
            };
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String element(String... ids) {
        for (Format format : formats) {
            String text = format instanceof TextElements it ? it.text(ids) : null;
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The product's PPN, or null. */
    public @Nullable Ppn ppn() {
        return first(DataIdentifiers::ppn, elements -> null);
    }

    /** The first value with this data identifier, or null. */
    @Nullable
    DataValue find(String di) {
        return first(data -> data.find(di), elements -> null);
    }

    @Override
    public List<ItemKey> itemKeys() {
        Set<ItemKey> keys = new LinkedHashSet<>();
        for (Format format : formats) {
            switch (format) {
                case Data it -> keys.addAll(it.data().itemKeys());
                case Elements it -> keys.addAll(ItemKey.of(it.elements().gtin()));
                case TextElements it -> {
                    String part = it.text("PNR", "PNO");
                    if (part != null) {
                        keys.add(new ItemKey(ItemKey.Scheme.PART, part));
                    }
                }
                case Other it -> {}
            }
        }
        return List.copyOf(keys);
    }

    @Override
    public @Nullable Gtin gtin() {
        return first(DataIdentifiers::gtin, ElementString::gtin);
    }

    @Override
    public @Nullable String lot() {
        String lot = first(DataIdentifiers::lot, ElementString::lot);
        return lot == null ? element("LOT", "BII") : lot;
    }

    @Override
    public @Nullable String serial() {
        String serial = first(DataIdentifiers::serial, ElementString::serial);
        return serial == null ? element("SER", "SEQ", "UCN", "USN") : serial;
    }

    @Override
    public @Nullable Sscc sscc() {
        return first(DataIdentifiers::sscc, ElementString::sscc);
    }

    @Override
    public @Nullable Gln gln() {
        return first(data -> null, ElementString::gln);
    }

    @Override
    public @Nullable LocalDate expiry() {
        return first(DataIdentifiers::expiry, ElementString::expiry);
    }

    @Override
    public @Nullable LocalDate bestBefore() {
        return first(DataIdentifiers::bestBefore, elements -> elements.day("15"));
    }

    @Override
    public @Nullable LocalDate manufactured() {
        return first(DataIdentifiers::manufactured, elements -> elements.day("11"));
    }

    @Override
    public @Nullable BigDecimal quantity() {
        return first(DataIdentifiers::quantity, ElementString::count);
    }
}
