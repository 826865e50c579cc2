/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import java.util.List;

/** Codes as they stand on real boxes: one of each kind, in the forms in which scanners, keyboards and portals give them. */
final class Scans {

    private static final char GS = '\u001d';

    private Scans() {}

    /** Ten kinds of a warehouse's day: labels with and without symbology identifier, bare keys, links, tags, texts. */
    static final List<String> MIXED = List.of(
            "]d2010950600013435210ABC123" + GS + "17271231" + "2112345",
            "(01)09506000134352(10)L-2026-118(21)SN00017",
            "0109506000134352172712311" + "0LOT42" + GS + "21998877",
            "]C100395060001343521237",
            "9506000134352",
            "09506000134352",
            "https://id.example.org/01/09506000134352/10/ABC1/21/12345?17=271231",
            "urn:epc:id:sgtin:9506000.013435.12345",
            "SN100004711",
            "PO-2026-00815");

    /** Twenty of all families, as the issue of codes and labels wants them read. */
    static final List<String> FAMILIES = List.of(
            "]d2010950600013435210ABC123" + GS + "17271231" + "2112345",
            "]C1010950600013435217271231" + "10LOT-A/7" + GS + "3712",
            "]C100006141411234567890",
            "]Q3010950600013435221SN0001" + GS + "3103001750",
            "(01)09506000134352(10)L-2026-118(21)SN00017",
            "https://id.example.org/01/09506000134352/10/ABC1/21/12345?17=271231",
            "https://brand.example/shop/01/09506000134352/21/7",
            "urn:epc:id:sgtin:9506000.013435.12345",
            "urn:epc:id:sscc:0614141.1234567890",
            "3074257BF7194E4000001A85",
            "]E09506000134352",
            "09506000134352",
            "006141411234567890",
            "]C0+A123BJC5D6E71G",
            "]d1[)>\u001e06" + GS + "9N111234567842" + GS + "1T1A234B5" + GS + "D150617" + GS
                    + "S1234567890\u001e\u0004",
            "]d1[)>\u001e06" + GS + "P12345-01" + GS + "Q100" + GS + "1TLOT7" + GS + "VACME\u001e\u0004",
            "1HGCM82633A004352",
            "SN100004711",
            "PO-2026-00815",
            "LOT 2026-48 A");

    /** A GS1 element string with four elements. */
    static final String ELEMENT_STRING = MIXED.getFirst();

    /** The same as a keyboard wedge gives it that swallows separators: all ways to divide it are looked for. */
    static final String WITHOUT_SEPARATORS = "010950600013435210ABC123" + "17271231" + "2112345";
}
