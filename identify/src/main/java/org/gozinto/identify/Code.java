/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of a scanned or typed text. */
public sealed interface Code {

    /** The kinds of code; the words are stable names in the API. */
    enum Family {
        GTIN("gtin"),
        SSCC("sscc"),
        GLN("gln"),
        ELEMENT_STRING("elementString"),
        DIGITAL_LINK("digitalLink"),
        EPC("epc"),
        TEXT("text"),
        HIBC("hibc"),
        ISBT128("isbt128"),
        ISO15434("iso15434"),
        DATA_IDENTIFIERS("dataIdentifiers"),
        PZN("pzn"),
        VIN("vin"),
        IMEI("imei");

        private final String word;

        Family(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** The text that was read. */
    String raw();

    /** Which kind of code this reading takes it for. */
    Family family();

    /** The symbology identifier in front ({@code ]d2}), or null. */
    default @Nullable String symbology() {
        return Aim.of(raw()).identifier();
    }

    /** Every value in it, in the order of the text; empty where the whole text is one value. */
    default List<? extends Said> said() {
        return List.of();
    }

    /** What is odd about it although it can be read. */
    default List<Remark> remarks() {
        return List.of();
    }

    /** True when it is one of several readings, or rests on an assumption about lost characters. */
    default boolean guessed() {
        return false;
    }

    /** The numbers by which it names an item; empty when it names none. */
    default List<ItemKey> itemKeys() {
        return ItemKey.of(gtin());
    }

    /** The last usable day, or null. */
    default @Nullable LocalDate expiry() {
        return null;
    }

    /** The day before which it is best, or null. */
    default @Nullable LocalDate bestBefore() {
        return null;
    }

    /** The day on which it was made, or null. */
    default @Nullable LocalDate manufactured() {
        return null;
    }

    /** How many pieces or how much, in the unit that the label means, or null. */
    default @Nullable BigDecimal quantity() {
        return null;
    }

    /** The item it names, or null. */
    default @Nullable Gtin gtin() {
        return null;
    }

    /** The lot it names, or null. */
    default @Nullable String lot() {
        return null;
    }

    /** The serial it names, or null. */
    default @Nullable String serial() {
        return null;
    }

    /** The logistic unit it names, or null. */
    default @Nullable Sscc sscc() {
        return null;
    }

    /** The place it names, or null. */
    default @Nullable Gln gln() {
        return null;
    }

    /**
     * An item number alone: EAN, UPC, GTIN-14.
     *
     * @param said the add-on of the symbol, if there is one
     * @param remarks says so where the number was written in the short form UPC-E
     * @param guessed true where another reading is as likely
     */
    record GtinCode(String raw, Gtin gtin, List<DataValue> said, List<Remark> remarks, boolean guessed)
            implements Code {

        public GtinCode {
            said = List.copyOf(said);
            remarks = List.copyOf(remarks);
        }

        public GtinCode(String raw, Gtin gtin) {
            this(raw, gtin, List.of(), List.of(), false);
        }

        @Override
        public Family family() {
            return Family.GTIN;
        }
    }

    /** A logistic unit's number alone. */
    record SsccCode(String raw, Sscc sscc) implements Code {
        @Override
        public Family family() {
            return Family.SSCC;
        }
    }

    /** A place's or party's number alone. */
    record GlnCode(String raw, Gln gln) implements Code {
        @Override
        public Family family() {
            return Family.GLN;
        }
    }

    /** GS1 element strings. */
    record ElementStringCode(String raw, ElementString elements) implements Code {
        @Override
        public Family family() {
            return Family.ELEMENT_STRING;
        }

        @Override
        public List<AiValue> said() {
            return elements.values();
        }

        @Override
        public List<Remark> remarks() {
            return elements.remarks();
        }

        @Override
        public @Nullable LocalDate expiry() {
            return elements.expiry();
        }

        @Override
        public @Nullable LocalDate bestBefore() {
            return elements.day("15");
        }

        @Override
        public @Nullable LocalDate manufactured() {
            return elements.day("11");
        }

        @Override
        public @Nullable BigDecimal quantity() {
            return elements.count();
        }

        @Override
        public boolean guessed() {
            return elements.guessed();
        }

        @Override
        public @Nullable Gtin gtin() {
            return elements.gtin();
        }

        @Override
        public @Nullable String lot() {
            return elements.lot();
        }

        @Override
        public @Nullable String serial() {
            return elements.serial();
        }

        @Override
        public @Nullable Sscc sscc() {
            return elements.sscc();
        }

        @Override
        public @Nullable Gln gln() {
            return elements.gln();
        }
    }

    /** A GS1 Digital Link. */
    record DigitalLinkCode(String raw, DigitalLink link) implements Code {
        @Override
        public Family family() {
            return Family.DIGITAL_LINK;
        }

        @Override
        public List<AiValue> said() {
            return link.values();
        }

        @Override
        public List<Remark> remarks() {
            return link.remarks();
        }

        @Override
        public @Nullable LocalDate expiry() {
            return link.expiry();
        }

        @Override
        public @Nullable LocalDate bestBefore() {
            return link.day("15");
        }

        @Override
        public @Nullable LocalDate manufactured() {
            return link.day("11");
        }

        @Override
        public @Nullable BigDecimal quantity() {
            return link.count();
        }

        @Override
        public @Nullable Gtin gtin() {
            return link.gtin();
        }

        @Override
        public @Nullable String lot() {
            return link.lot();
        }

        @Override
        public @Nullable String serial() {
            return link.serial();
        }

        @Override
        public @Nullable Sscc sscc() {
            return link.sscc();
        }

        @Override
        public @Nullable Gln gln() {
            return link.gln();
        }
    }

    /**
     * An EPC: a URN, or the memory of an RFID tag.
     *
     * @param tag what the tag says beyond the thing's name; null for the URN of a thing or class
     */
    record EpcCode(String raw, Epc epc, @Nullable EpcTag tag) implements Code {

        /** The memory of a tag that happens to have no letter may be any number. */
        @Override
        public boolean guessed() {
            return tag != null && Chars.isDigits(tag.raw(), 0, tag.raw().length());
        }

        @Override
        public Family family() {
            return Family.EPC;
        }

        @Override
        public @Nullable Gtin gtin() {
            return switch (epc) {
                case Epc.Sgtin it -> it.gtin();
                case Epc.Lgtin it -> it.gtin();
                case Epc.GtinClass it -> it.gtin();
                default -> null;
            };
        }

        @Override
        public @Nullable String lot() {
            return epc instanceof Epc.Lgtin it ? it.lot() : null;
        }

        @Override
        public @Nullable String serial() {
            return epc instanceof Epc.Sgtin it ? it.serial() : null;
        }

        @Override
        public @Nullable Sscc sscc() {
            return epc instanceof Epc.SsccEpc it ? it.sscc() : null;
        }

        @Override
        public @Nullable Gln gln() {
            return epc instanceof Epc.Sgln it ? it.gln() : null;
        }
    }

    /**
     * The text as a person would read it; always possible, so always the last reading.
     *
     * @param text the text without AIM identifier and surrounding white space
     * @param problems why it is not the code that it looks like; positions count in {@code raw}
     */
    record PlainText(String raw, String text, List<Remark> problems) implements Code {
        @Override
        public Family family() {
            return Family.TEXT;
        }

        @Override
        public List<Remark> remarks() {
            return problems;
        }

        public PlainText {
            problems = List.copyOf(problems);
        }
    }

    /** A code of a family beside GS1; what it says is in its {@link DataValues}. */
    sealed interface DataCode extends Code {

        /** What it says. */
        DataValues data();

        @Override
        default Family family() {
            return data().family();
        }

        @Override
        default List<? extends Said> said() {
            return data().values();
        }

        @Override
        default List<Remark> remarks() {
            return data().remarks();
        }

        @Override
        default boolean guessed() {
            return data().guessed();
        }

        @Override
        default List<ItemKey> itemKeys() {
            return data().itemKeys();
        }

        @Override
        default @Nullable LocalDate expiry() {
            return data().expiry();
        }

        @Override
        default @Nullable LocalDate bestBefore() {
            return data().bestBefore();
        }

        @Override
        default @Nullable LocalDate manufactured() {
            return data().manufactured();
        }

        @Override
        default @Nullable BigDecimal quantity() {
            return data().quantity();
        }

        @Override
        default @Nullable Gtin gtin() {
            return data().gtin();
        }

        @Override
        default @Nullable String lot() {
            return data().lot();
        }

        @Override
        default @Nullable String serial() {
            return data().serial();
        }

        @Override
        default @Nullable Sscc sscc() {
            return data().sscc();
        }

        @Override
        default @Nullable Gln gln() {
            return data().gln();
        }
    }

    /** A code of the Health Industry Bar Code. */
    record HibcCode(String raw, Hibc data) implements DataCode {}

    /** Data structures of ISBT 128. */
    record Isbt128Code(String raw, Isbt128 data) implements DataCode {}

    /** A message of ISO/IEC 15434. */
    record Iso15434Code(String raw, Iso15434 data) implements DataCode {}

    /** Values with data identifiers without an envelope. */
    record DataIdentifierCode(String raw, DataIdentifiers data) implements DataCode {}

    /** A Pharmazentralnummer alone, which stands in Code 39 after a hyphen. */
    record PznCode(String raw, Pzn pzn, int position) implements Code {
        @Override
        public Family family() {
            return Family.PZN;
        }

        @Override
        public List<DataValue> said() {
            return List.of(new DataValue("-", "PZN", pzn.digits(), new Meaning.Text(pzn.digits()), position));
        }

        @Override
        public List<ItemKey> itemKeys() {
            return List.of(new ItemKey(ItemKey.Scheme.PZN, pzn.digits()));
        }
    }

    /**
     * A vehicle identification number alone.
     *
     * @param guessed true when no check digit proves it
     */
    record VinCode(String raw, Vin vin, int position, List<Remark> remarks, boolean guessed) implements Code {
        public VinCode {
            remarks = List.copyOf(remarks);
        }

        @Override
        public Family family() {
            return Family.VIN;
        }

        @Override
        public List<DataValue> said() {
            return List.of(new DataValue("I", "VIN", vin.number(), new Meaning.Text(vin.number()), position));
        }

        @Override
        public String serial() {
            return vin.number();
        }
    }

    /**
     * A mobile equipment identity alone.
     *
     * @param guessed true when no check digit proves it
     */
    record ImeiCode(String raw, Imei imei, int position, boolean guessed) implements Code {
        @Override
        public Family family() {
            return Family.IMEI;
        }

        @Override
        public List<DataValue> said() {
            return List.of(new DataValue("22S", "IMEI", imei.digits(), new Meaning.Text(imei.digits()), position));
        }

        @Override
        public String serial() {
            return imei.digits();
        }
    }
}
