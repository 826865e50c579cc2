/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitalLinkTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static DigitalLink read(String uri) {
        DigitalLink link = DigitalLink.read(uri, OPTIONS).valueOrNull();
        assertThat(link).isNotNull();
        return link;
    }

    @Test
    void linkSaysTheSameAsElementStrings() {
        DigitalLink link = read(
                "https://brand.example/shop/01/09506000134352/10/LOT-A%2F7/21/SN+1?17=271231&3103=001750&utm=x#top");
        assertThat(link.gtin()).isEqualTo(new Gtin("09506000134352"));
        assertThat(link.lot()).isEqualTo("LOT-A/7");
        assertThat(link.serial()).isEqualTo("SN+1");
        assertThat(link.expiry()).isEqualTo("2027-12-31");
        assertThat(link.remarks()).isEmpty();
        assertThat(link.canonicalLink())
                .isEqualTo("https://id.gs1.org/01/09506000134352/10/LOT-A%2F7/21/SN%2B1?17=271231&3103=001750");
        assertThat(link.epcisLink()).isEqualTo("https://id.gs1.org/01/09506000134352/21/SN%2B1");
    }

    @Test
    void canonicalLinkIsReadToItself() {
        String link = "https://id.gs1.org/414/9506000134376/254/A?410=9506000134376";
        assertThat(read(link).canonicalLink()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "https://a/01/09506000134351,checkDigit,26",
        "https://a/01/09506000134352/21/X/10/Y,qualifier,33",
        "https://a/01/09506000134352?17=,tooShort,31",
        "https://a/01/09506000134352?21=5,attribute,28",
        "https://a/01/09506000134352/10/A?10=A,attribute,33",
        "https://a/01/09506000134352/10/A%00,percent,32",
        "https://a/01/09506000134352?888=1,unknownAi,28",
        "https://a/b/c,noKey,9",
        "ftp://a/01/09506000134352,notLink,0",
        "https://a/01/09506000134352/,trailingSlash,27",
        "https:///01/09506000134352,domain,8",
    })
    void errorsNameTheirPosition(String uri, String code, int position) {
        assertThat(DigitalLink.read(uri, OPTIONS)).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.code()).isEqualTo(code);
            assertThat(bad.position()).isEqualTo(position);
        });
    }

    @Test
    void legacyFormsAreReadByOptionOnly() {
        assertThat(read("https://a/gtin/9506000134352/lot/A1/ser/7").serial()).isEqualTo("7");
        assertThat(DigitalLink.read("https://a/gtin/09506000134352", OPTIONS.strict())
                        .isOk())
                .isFalse();
        assertThat(DigitalLink.read("https://a/01/9506000134352", OPTIONS.strict())
                        .isOk())
                .isFalse();
    }

    @Property(tries = 3000)
    void anyTextIsReadOrRefused(@ForAll @StringLength(max = 40) String text) {
        for (String prefix :
                new String[] {"", "https://a/", "http://a/01/09506000134352/10/", "https://a/01/09506000134352?"}) {
            if (DigitalLink.read(prefix + text, OPTIONS) instanceof Reading.Bad<DigitalLink> bad) {
                assertThat(bad.position()).isBetween(0, prefix.length() + text.length());
            }
        }
    }
}
