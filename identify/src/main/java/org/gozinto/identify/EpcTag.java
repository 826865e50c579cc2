/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/**
 * What an RFID tag holds: an EPC, the form in which its bits are laid out, and a filter value by which readers choose
 * among tags (GS1 EPC Tag Data Standard §14).
 *
 * @param raw the text that was read, or the tag URI of one that was built
 * @param form layout of the bits
 * @param filter 0 to 7; for items 1 is a point of sale item, 2 a full case, 6 a unit load (§10)
 * @param epc the thing that is named
 */
public record EpcTag(String raw, Form form, int filter, Epc epc) {

    /** Layouts; the name in a tag URI ends with the number of bits. */
    public enum Form {
        SGTIN_96(0x30, "sgtin", 96),
        SGTIN_198(0x36, "sgtin", 198),
        SSCC_96(0x31, "sscc", 96),
        SGLN_96(0x32, "sgln", 96),
        SGLN_195(0x39, "sgln", 195),
        GRAI_96(0x33, "grai", 96),
        GRAI_170(0x37, "grai", 170),
        GIAI_96(0x34, "giai", 96),
        GIAI_202(0x38, "giai", 202);

        final int header;
        final String scheme;
        final int bits;

        Form(int header, String scheme, int bits) {
            this.header = header;
            this.scheme = scheme;
            this.bits = bits;
        }

        /** The name in a tag URI: {@code sgtin-96}. */
        public String word() {
            return scheme + '-' + bits;
        }
    }

    /**
     * Reads the memory of a tag in hexadecimal digits (with or without {@code 0x}), {@code urn:epc:raw:96.x…} or {@code
     * urn:epc:tag:sgtin-96:…}.
     */
    public static Reading<EpcTag> read(String text) {
        return TagReader.read(text);
    }

    /** The tag of a thing, when the form has room for it: 96 bits take serials of digits without leading zeros only. */
    public static Reading<EpcTag> of(Epc epc, Form form, int filter) {
        return TagWriter.tag(epc, form, filter);
    }

    /** {@code urn:epc:tag:sgtin-96:3.0614141.812345.6789}. */
    public String uri() {
        return "urn:epc:tag:" + form.word() + ':' + filter + '.' + TagWriter.fields(epc);
    }

    /** The bits in hexadecimal digits, filled up with zeros to whole words of 16 bits. */
    public String hex() {
        return TagWriter.bits(this).hex();
    }

    /** {@code urn:epc:raw:96.x3074257BF7194E4000001A85}. */
    public String rawUri() {
        return "urn:epc:raw:" + (form.bits + 15) / 16 * 16 + ".x" + hex();
    }
}
