/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompressedLinkTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static DigitalLink read(String uri) {
        return switch (DigitalLink.read(uri, OPTIONS)) {
            case Reading.Ok<DigitalLink> ok -> ok.value();
            case Reading.Bad<DigitalLink> bad -> throw new AssertionError(uri + ": " + bad);
        };
    }

    /** Links that other encoders made. */
    @ParameterizedTest
    @CsvSource({
        "https://id.gs1.org/ARHKVAdpQg,/01/09780345418913",
        "http://example.org/AQnYUc1gmiERBhQ0ytiyZuAGOLc1TXgpNWCv1,/01/05412345000013/10/ABC%26%2B123?7003=1903061658",
        "https://id.gs1.org/ABeRcNWtKMPA,/00/106141412345678908",
        "https://id.gs1.org/QUCO_anbfA,/414/0614141123452",
        "https://example.com/JAaasHt_dNNt4ADESMALumsUfMAm34,/8003/09421012301014f9804dbf?240=qwe390023",
        "https://id.gs1.org/AREjalurbiAUO-cgohCz45Z67b8A,/01/09421902960055/10/2010005828/21/xyz1234",
        "https://id.gs1.org/AQEd-1O2-GIGAD6A,/01/00614141123452?3103=000500",
        "https://id.gs1.org/AQnYUc1gmiCNV4JGYgYAF6ckaEPg,/01/05412345000013/10/ABC123?3103=000189&3923=2172",
    })
    void linksOfOthersAreRead(String uri, String canonical) {
        assertThat(read(uri).canonicalLink()).isEqualTo("https://id.gs1.org" + canonical);
        assertThat(Codes.read("]Q1" + uri, OPTIONS).getFirst()).isInstanceOf(Code.DigitalLinkCode.class);
    }

    @Test
    void leadingZerosAreKept() {
        String link = "https://a.example/shop/" + compressed("01", "09506000134352", "21", "0000123", "30", "007");
        assertThat(read(link).serial()).isEqualTo("0000123");
        assertThat(read(link).text("30")).isEqualTo("007");
        assertThat(read(link).find("21").position()).isEqualTo("https://a.example/shop/".length());
    }

    @Test
    void keyMayStandBeforeTheCompressedPart() {
        String link = "https://a.example/01/09506000134352/" + compressed("10", "A1", "17", "271231");
        assertThat(read(link).canonicalLink()).isEqualTo("https://id.gs1.org/01/09506000134352/10/A1?17=271231");
        assertThat(read("https://a.example/gtin/09506000134352/" + compressed("21", "7") + "?15=271231")
                        .canonicalLink())
                .isEqualTo("https://id.gs1.org/01/09506000134352/21/7?15=271231");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void identifiersThatStandTogetherAreReadInBothOrders(boolean sorted) {
        String four = together(sorted, 0x1A, "01", "09506000134352", "10", "LOT", "21", "SN01", "17", "271231");
        assertThat(read("https://a.example/" + four).canonicalLink())
                .isEqualTo("https://id.gs1.org/01/09506000134352/10/LOT/21/SN01?17=271231");
        String place = together(sorted, 0x9D, "414", "9506000134376", "254", "A");
        assertThat(read("https://a.example/" + place).canonicalLink())
                .isEqualTo("https://id.gs1.org/414/9506000134376/254/A");
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/AboutUs,noKey,9",
        "https://a/ARHKVAdpQw,noKey,9",
        "https://a/01/09506000134352/about,compressed,28",
        "https://a/01/09506000134351/about,checkDigit,26",
        "https://a/01/09506000134352/10/A/x,noKey,9",
    })
    void whatIsNoCompressedLinkIsRefused(String uri, String code, int position) {
        assertThat(DigitalLink.read(uri, OPTIONS)).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.position()).isEqualTo(position);
        });
    }

    /** Every identifier that a link may hold, with values of every encoding. */
    @Property(tries = 3000)
    void compressedValuesAreReadAgain(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>(List.of("01", "09506000134352"));
        String[] alphabets = {"0123456789", "0123456789abcdef", "0123456789ABCDEF", "ABCxyz0189-_", CharSet.X.characters
        };
        for (String[] ai : new String[][] {
            {"22", "20"}, {"10", "20"}, {"21", "20"}, {"240", "30"}, {"91", "90"}, {"7230", "30"}, {"400", "30"}
        }) {
            if (random.nextBoolean()) {
                String alphabet = alphabets[random.nextInt(alphabets.length)];
                StringBuilder value = new StringBuilder();
                for (int i = 2 + random.nextInt(Integer.parseInt(ai[1]) - 2); i >= 0; i--) {
                    value.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                texts.addAll(List.of(ai[0], value.toString()));
            }
        }
        for (String[] fixed : new String[][] {
            {"17", "280200"},
            {"3103", "000001"},
            {"30", "00012"},
            {"3932", "9780001"},
            {"423", "250276"},
            {"7003", "2712311530"},
            {"8008", "27123115"},
            {"7007", "261001261003"},
            {"4309", "00000000010000000002"}
        }) {
            if (random.nextInt(3) == 0) {
                texts.addAll(List.of(fixed));
            }
        }
        DigitalLink link = read("https://a.example/" + compressed(texts.toArray(String[]::new)));
        assertThat(link.values()).hasSize(texts.size() / 2);
        for (int i = 0; i < texts.size(); i += 2) {
            assertThat(link.text(texts.get(i))).isEqualTo(texts.get(i + 1));
        }
    }

    private static String together(boolean sorted, int first, String... pairs) {
        StringBuilder bits = new StringBuilder();
        put(bits, first, 8);
        List<String[]> order = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            order.add(new String[] {pairs[i], pairs[i + 1]});
        }
        if (sorted) {
            order.sort((a, b) -> a[0].compareTo(b[0]));
        }
        order.forEach(pair -> value(bits, pair[0], pair[1]));
        return characters(bits);
    }

    private static String compressed(String... pairs) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            for (char c : pairs[i].toCharArray()) {
                put(bits, c - '0', 4);
            }
            value(bits, pairs[i], pairs[i + 1]);
        }
        return characters(bits);
    }

    private static void put(StringBuilder bits, long value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bits.append(value >>> i & 1);
        }
    }

    /** Fields as the standard's table gives them: n or x, length or most. */
    private static void value(StringBuilder bits, String ai, String value) {
        String fields = switch (ai) {
            case "01" -> "N14";
            case "414" -> "N13";
            case "10", "21", "22", "254" -> "x20";
            case "17", "3103" -> "N6";
            case "30" -> "n8";
            case "240", "400", "7230" -> "x30";
            case "91" -> "x90";
            case "3932" -> "N3 n15";
            case "423" -> "N3 n12";
            case "7003" -> "N10";
            case "8008" -> "N8 n4";
            case "7007" -> "N6 n6";
            case "4309" -> "N20";
            default -> throw new IllegalArgumentException(ai);
        };
        int at = 0;
        for (String field : fields.split(" ")) {
            int most = Integer.parseInt(field.substring(1));
            boolean fixed = Character.isUpperCase(field.charAt(0));
            String text = value.substring(at, fixed ? at + most : value.length());
            at += text.length();
            boolean number = field.toUpperCase(java.util.Locale.ROOT).startsWith("N");
            int encoding = number || text.matches("[0-9]*")
                    ? 0
                    : text.matches("[0-9a-f]+")
                            ? 1
                            : text.matches("[0-9A-F]+") ? 2 : text.matches("[A-Za-z0-9_-]+") ? 3 : 4;
            if (!number) {
                put(bits, encoding, 3);
            }
            if (!fixed) {
                put(bits, text.length(), Integer.toBinaryString(most).length());
            }
            switch (encoding) {
                case 0 -> {
                    String binary = new BigInteger("0" + text).toString(2);
                    int size = (int) Math.ceil(text.length() * Math.log(10) / Math.log(2) + 0.01);
                    bits.repeat('0', size - (binary.equals("0") ? 1 : binary.length()));
                    bits.append(binary);
                }
                case 1, 2 -> text.chars().forEach(c -> put(bits, Character.digit(c, 16), 4));
                case 3 -> text.chars().forEach(c -> put(bits, ALPHABET.indexOf(c), 6));
                default -> text.chars().forEach(c -> put(bits, c, 7));
            }
        }
    }

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static String characters(StringBuilder bits) {
        bits.repeat('0', (6 - bits.length() % 6) % 6);
        char[] out = new char[bits.length() / 6];
        for (int i = 0; i < out.length; i++) {
            out[i] = ALPHABET.charAt(Integer.parseInt(bits.substring(i * 6, i * 6 + 6), 2));
        }
        return new String(out);
    }
}
