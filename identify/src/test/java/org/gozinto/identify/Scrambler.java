/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.util.Locale;
import java.util.SplittableRandom;

/** Makes texts that are nearly codes: real shapes of every family, spoilt in the ways that bugs are made of. */
final class Scrambler {

    private static final String GS = "\u001d";

    /** One text of each family and form, with the traps that belong to it. */
    private static final String[] SHAPES = {
        "]d2010950600013435210LOT-A/7" + GS + "21SN0001",
        "]C1010950600013435217271231" + "3103001750" + "37" + "12",
        "]C100006141411234567890",
        "]e00109506000134352" + GS + "17271200" + "10A",
        "]Q3010950600013435221A%2FB" + GS + "8008271231153045",
        "]L30109506000134352" + "10X",
        "^0109506000134352^10LOT^21SN^240ABC",
        GS + "8006095060001343520102" + GS + "21Q",
        "010950600013435210LOT-A/721SN0001",
        "1021072911172405310100693570007182",
        "10LOT-A/721SN0001",
        "911122334455667788990011",
        "(01)09506000134352(17)271231(10)LOT-A/7(21)SN0001",
        "(8013)1987654Ad4X4bL5ttr2310c2K(240)A\\(10)B",
        "(8110)106141416543213150110120(4309)02790858483015297971",
        "(8007)DE89370400440532013000(415)9506000134376(8020)R",
        "]E09506000134352|]e01728020010A1",
        "]E004252614",
        "]E0]E4",
        "]E3977147396801205",
        "]E495050003",
        "]E105",
        "]I109506000134352",
        "9506000134352",
        "09506000134352",
        "614141007349",
        "95050003",
        "006141411234567890",
        "425261",
        "https://id.example.org/01/09506000134352/10/ABC1/21/12345?17=271231&3103=001750&utm=x#top",
        "https://brand.example/shop/gtin/9506000134352/lot/LOT-A%2F7/ser/SN+1",
        "]Q1HTTPS://A.EXAMPLE:8443/414/9506000134376/254/A",
        "http://[::1]/8004/9506000134352%22%3C%3E",
        "https://id.gs1.org/AQnYUc1gmiERBhQ0ytiyZuAGOLc1TXgpNWCv1",
        "https://id.gs1.org/01/09506000134352/AREjalurbiAUO-cgohCz45Z67b8A",
        "https://id.gs1.org/JAaasHt_dNNt4ADESMALumsUfMAm34?240=%31",
        "urn:epc:id:sgtin:0614141.812345.A%2FB%25.1",
        "urn:epc:class:lgtin:4012345.012345.998877",
        "urn:epc:idpat:sgtin:0614141.812345.*",
        "urn:epc:id:sscc:0614141.1234567890",
        "urn:epc:id:sgln:950600013437..A.1",
        "urn:epc:id:itip:4012345.012345.01.02.987",
        "urn:epc:id:cpi:0614141.123ABC.123456789",
        "urn:epc:tag:sgtin-198:3.0614141.712345.32a%2Fb",
        "urn:epc:raw:96.x3074257BF7194E4000001A85",
        "3074257BF7194E4000001A85",
        "307400000000000000000000",
        "0x3674257bf6b7a659b2c2bf100000000000000000000000000000",
        "3874257BF59B2C2BF10000000000000000000000000000000000",
        "+A123BJC5D6E71G",
        "+A99912345/$$52001510X3/16D20111212/S77DEFG457",
        "+$$3051231LOT1234567C",
        "*+A123BJC5D6E71G*",
        "=/A9999XYZ100T0944=,000025=A99971312345600=>014032=}013032&,1000000000000XYZ123",
        "=A9999131234560000",
        "[)>\u001e06" + GS + "9N111234567842" + GS + "1T1A234B5" + GS + "D150617" + GS + "S1234567890\u001e\u0004",
        "[)>\u001e05" + GS + "010950600013435210LOT" + GS + "17271231\u001e\u0004",
        "[)>\u001e06" + GS + "P12345" + GS + "Q100" + GS + "1TLOT" + GS + "4LUS" + GS + "K\u001e\u0004",
        "06" + GS + "PABC" + GS + "S1",
        "1HGCM82633A004352",
        "490154203237518",
        "35-209900-176148-1",
        "SN100004711",
        "PO-2026-00815",
        "010950600013435210LOT{GS}21SN0001",
        "]D2010950600013435210lot|21sn",
        "FNC1010950600013435210LOT\\u001d21SN",
        "javascript:alert(1)//01/09506000134352",
        "data:text/html,<script>(01)09506000134352</script>",
        "file:///01/09506000134352/10/../../etc/passwd",
        "GZ-DONE",
        "",
    };

    private static final String[] TRAPS = {
        "%",
        "%0",
        "%00",
        "%GG",
        "%C3%A9",
        "%25%32%46",
        "%2F",
        "+",
        "&",
        "=",
        "?",
        "#",
        "//",
        "/..",
        "((((",
        "))))",
        "(01)",
        "(10)",
        "\\(",
        "\\\\",
        GS,
        GS + GS,
        "^",
        "|",
        "~",
        "{GS}",
        "<GS>",
        "\\u001d",
        "\u241d",
        "]d2",
        "]C1",
        "]e0",
        "|]e0",
        "\u0000",
        "\u001e",
        "\u0004",
        "\r\n",
        "\t",
        " ",
        "\ufeff",
        "\u200b",
        "\u0660\u0661",
        "\uff11\uff12",
        "\u00e9",
        "\ud800",
        "\udc00",
        "\ud83d\ude00",
        "\uffff",
        "urn:epc:",
        "https://",
        "javascript:",
        "0x",
        "0000000000",
        "99999999999999999999",
        "271231",
        "260230",
        "00",
        "01",
        "10",
        "21",
        "91",
        "8008",
        "7007",
        "423",
        "255",
        "$$",
        "$",
        "+",
        "=,",
        "&,1",
        "9N",
        "1T",
    };

    private final SplittableRandom random;

    Scrambler(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String next() {
        int kind = random.nextInt(100);
        if (kind < 3) {
            return noise(random.nextInt(80));
        }
        StringBuilder text = new StringBuilder(SHAPES[random.nextInt(SHAPES.length)]);
        if (kind < 10) {
            text.append(SHAPES[random.nextInt(SHAPES.length)]);
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            spoil(text);
        }
        if (kind == 99 && random.nextInt(20) == 0) {
            repeated(text);
        }
        return text.toString();
    }

    private void spoil(StringBuilder text) {
        int length = text.length();
        int at = random.nextInt(length + 1);
        int end = Math.min(length, at + 1 + random.nextInt(8));
        switch (random.nextInt(11)) {
            case 0 -> text.insert(at, TRAPS[random.nextInt(TRAPS.length)]);
            case 1 -> text.delete(at, end);
            case 2 -> text.insert(random.nextInt(length + 1), text.substring(at, end));
            case 3 -> text.setLength(at);
            case 4 -> text.replace(at, end, noise(end - at));
            case 5 -> {
                if (at < length) {
                    text.setCharAt(at, (char) ('0' + random.nextInt(10)));
                }
            }
            case 6 -> {
                if (at < length) {
                    text.setCharAt(at, CharSet.X.characters.charAt(random.nextInt(82)));
                }
            }
            case 7 -> text.replace(0, length, text.toString().toLowerCase(Locale.ROOT));
            case 8 -> text.insert(0, "]" + (char) ('A' + random.nextInt(58)) + random.nextInt(10));
            case 9 -> text.append(digits(random.nextInt(30)));
            default -> text.replace(at, end, TRAPS[random.nextInt(TRAPS.length)]);
        }
    }

    /** Repeats a part until the text is very long. */
    private void repeated(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        String part = text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
        int most = 1 << random.nextInt(4, 16);
        while (!part.isEmpty() && text.length() < most) {
            text.insert(at, part.repeat(Math.max(1, most / 16 / part.length())));
        }
    }

    private String digits(int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append((char) ('0' + random.nextInt(10)));
        }
        return out.toString();
    }

    private String noise(int count) {
        StringBuilder out = new StringBuilder();
        int kind = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            out.append(
                    switch (kind) {
                        case 0 -> (char) random.nextInt(0x10000);
                        case 1 -> (char) random.nextInt(0x20, 0x7F);
                        case 2 -> (char) random.nextInt(0x20);
                        default -> (char) ('0' + random.nextInt(10));
                    });
        }
        return out.toString();
    }
}
