/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import org.jspecify.annotations.Nullable;

/**
 * An EPC URN: the name of a thing, a class of things or a pattern, as EPCIS documents write it (GS1 EPC Tag Data
 * Standard
 * §6 and §8, Core Business Vocabulary §8).
 */
public sealed interface Epc {

    /** The URN as it was given. */
    String raw();

    /** The URN, written anew from the parts; equal for all spellings of one thing. */
    String urn();

    /** Digits of the GS1 Company Prefix; 0 when the scheme has none. */
    int prefixLength();

    /**
     * The canonical GS1 Digital Link in the form that EPCIS uses ({@code https://id.gs1.org/01/…/21/…}), or null for
     * schemes
     * that are no GS1 keys.
     */
    @Nullable
    String link();

    /** One piece: {@code urn:epc:id:sgtin:0614141.812345.6789}. */
    record Sgtin(String raw, Gtin gtin, String serial, int prefixLength) implements Epc {
        @Override
        public String urn() {
            return "urn:epc:id:sgtin:" + EpcText.gtin(gtin, prefixLength) + '.' + EpcText.escape(serial);
        }

        @Override
        public String link() {
            return LinkText.of("01", gtin.digits(), "21", serial);
        }
    }

    /** One lot: {@code urn:epc:class:lgtin:0614141.812345.LOT1}. */
    record Lgtin(String raw, Gtin gtin, String lot, int prefixLength) implements Epc {
        @Override
        public String urn() {
            return "urn:epc:class:lgtin:" + EpcText.gtin(gtin, prefixLength) + '.' + EpcText.escape(lot);
        }

        @Override
        public String link() {
            return LinkText.of("01", gtin.digits(), "10", lot);
        }
    }

    /** All pieces of an item: {@code urn:epc:idpat:sgtin:0614141.812345.*}. */
    record GtinClass(String raw, Gtin gtin, int prefixLength) implements Epc {
        @Override
        public String urn() {
            return "urn:epc:idpat:sgtin:" + EpcText.gtin(gtin, prefixLength) + ".*";
        }

        @Override
        public String link() {
            return LinkText.of("01", gtin.digits(), null, null);
        }
    }

    /** One logistic unit: {@code urn:epc:id:sscc:0614141.1234567890}. */
    record SsccEpc(String raw, Sscc sscc, int prefixLength) implements Epc {
        @Override
        public String urn() {
            String digits = sscc.digits();
            return "urn:epc:id:sscc:"
                    + digits.substring(1, 1 + prefixLength)
                    + '.'
                    + digits.charAt(0)
                    + digits.substring(1 + prefixLength, 17);
        }

        @Override
        public String link() {
            return LinkText.of("00", sscc.digits(), null, null);
        }
    }

    /** One place: {@code urn:epc:id:sgln:0614141.12345.400}; the extension is null where the URN says {@code 0}. */
    record Sgln(String raw, Gln gln, @Nullable String extension, int prefixLength) implements Epc {
        @Override
        public String urn() {
            String digits = gln.digits();
            return "urn:epc:id:sgln:"
                    + digits.substring(0, prefixLength)
                    + '.'
                    + digits.substring(prefixLength, 12)
                    + '.'
                    + (extension == null ? "0" : EpcText.escape(extension));
        }

        @Override
        public String link() {
            return LinkText.of("414", gln.digits(), extension == null ? null : "254", extension);
        }
    }

    /**
     * Another GS1 key: asset, document, party, service relation, consignment, shipment, piece, part.
     *
     * @param scheme such as {@code grai}
     * @param ai application identifier of the key
     * @param value the key as an element string holds it, with its check digit
     * @param extensionAi application identifier of the serial where it stands apart (8006, 8010, 01 with 235), or null
     * @param extension that serial, or null
     * @param urn the URN written anew
     */
    record Key(
            String raw,
            String scheme,
            String ai,
            String value,
            @Nullable String extensionAi,
            @Nullable String extension,
            int prefixLength,
            String urn)
            implements Epc {
        @Override
        public String link() {
            return LinkText.of(ai, value, extensionAi, extension);
        }
    }

    /** A scheme or pattern that is kept as it is. */
    record Other(String raw, String scheme) implements Epc {
        @Override
        public String urn() {
            return raw;
        }

        @Override
        public int prefixLength() {
            return 0;
        }

        @Override
        public @Nullable String link() {
            return null;
        }
    }

    /** Reads a URN. */
    static Reading<Epc> read(String urn) {
        return EpcReader.read(urn);
    }

    /** The EPC of a piece; the company prefix has 6 to 12 digits, which only its owner's records can tell. */
    static Reading<Epc> sgtin(Gtin gtin, String serial, int prefixLength) {
        if (prefixLength < 6 || prefixLength > 12) {
            return EpcReader.prefixBad(0);
        }
        return read("urn:epc:id:sgtin:" + EpcText.gtin(gtin, prefixLength) + '.' + EpcText.escape(serial));
    }

    /** The EPC class of a lot. */
    static Reading<Epc> lgtin(Gtin gtin, String lot, int prefixLength) {
        if (prefixLength < 6 || prefixLength > 12) {
            return EpcReader.prefixBad(0);
        }
        return read("urn:epc:class:lgtin:" + EpcText.gtin(gtin, prefixLength) + '.' + EpcText.escape(lot));
    }

    /** The pattern of all pieces of an item. */
    static Reading<Epc> gtinClass(Gtin gtin, int prefixLength) {
        if (prefixLength < 6 || prefixLength > 12) {
            return EpcReader.prefixBad(0);
        }
        return read("urn:epc:idpat:sgtin:" + EpcText.gtin(gtin, prefixLength) + ".*");
    }

    /** The EPC of a logistic unit. */
    static Reading<Epc> sscc(Sscc sscc, int prefixLength) {
        if (prefixLength < 6 || prefixLength > 12) {
            return EpcReader.prefixBad(0);
        }
        return read(new SsccEpc("", sscc, prefixLength).urn());
    }

    /** The EPC of a place; the extension is null for the place as such. */
    static Reading<Epc> sgln(Gln gln, @Nullable String extension, int prefixLength) {
        if (prefixLength < 6 || prefixLength > 12) {
            return EpcReader.prefixBad(0);
        }
        return read(new Sgln("", gln, extension, prefixLength).urn());
    }
}
