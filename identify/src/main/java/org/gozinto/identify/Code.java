/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of a scanned or typed text. */
public sealed interface Code {

    /** The text that was read. */
    String raw();

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

    /** An item number alone: EAN, UPC, GTIN-14. */
    record GtinCode(String raw, Gtin gtin) implements Code {}

    /** A logistic unit's number alone. */
    record SsccCode(String raw, Sscc sscc) implements Code {}

    /** A place's or party's number alone. */
    record GlnCode(String raw, Gln gln) implements Code {}

    /** GS1 element strings. */
    record ElementStringCode(String raw, ElementString elements) implements Code {
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

    /** An EPC URN. */
    record EpcCode(String raw, Epc epc) implements Code {
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
        public PlainText {
            problems = List.copyOf(problems);
        }
    }
}
