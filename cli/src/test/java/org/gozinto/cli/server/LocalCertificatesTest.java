/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gozinto.cli.client.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificates that {@code serve --tls} makes for itself. */
class LocalCertificatesTest {

    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    Path home;

    private LocalCertificates.Made made(Clock clock, String... names) {
        Set<MachineName> all = Stream.of(names).map(MachineName::given).collect(java.util.stream.Collectors.toSet());
        return LocalCertificates.in(home.resolve("tls"), all, clock);
    }

    @Test
    void serversIsOfTheAuthorityAndForTheNames() throws Exception {
        var made = made(NOW, "localhost", "plant.example", "127.0.0.1", "::1");
        var chain = LocalCertificates.certificates(made.certificate());
        var authority = LocalCertificates.certificates(made.authority()).getFirst();
        assertThat(chain).hasSize(2);
        assertThat(chain.get(1)).isEqualTo(authority);
        chain.getFirst().verify(authority.getPublicKey());
        authority.verify(authority.getPublicKey());
        assertThat(chain.getFirst().getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .contains("localhost", "plant.example", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(chain.getFirst().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(chain.getFirst().getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(Duration.between(
                        chain.getFirst().getNotBefore().toInstant(),
                        chain.getFirst().getNotAfter().toInstant()))
                .isBetween(Duration.ofDays(390), Duration.ofDays(398));
        assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(made.isNew()).isTrue();
    }

    @Test
    void isUsedAgain() throws Exception {
        var first = made(NOW, "localhost");
        byte[] certificate = Files.readAllBytes(first.certificate());
        var second = made(NOW, "localhost");
        assertThat(second.isNew()).isFalse();
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
        assertThat(Files.readAllBytes(second.certificate())).isEqualTo(certificate);
    }

    @Test
    void isMadeAnewForANewNameAndBeforeItsEndByTheSameAuthority() throws Exception {
        String authority = made(NOW, "localhost").fingerprint();
        byte[] before = Files.readAllBytes(home.resolve("tls/server.crt"));
        assertThat(made(NOW, "localhost", "10.1.2.3").fingerprint()).isEqualTo(authority);
        byte[] renamed = Files.readAllBytes(home.resolve("tls/server.crt"));
        assertThat(renamed).isNotEqualTo(before);
        Clock later = Clock.offset(NOW, Duration.ofDays(350));
        assertThat(made(later, "localhost").fingerprint()).isEqualTo(authority);
        assertThat(Files.readAllBytes(home.resolve("tls/server.crt"))).isNotEqualTo(renamed);
    }

    @Test
    void authorityThatEndsIsMadeAnew() {
        String first = made(NOW, "localhost").fingerprint();
        var next = made(Clock.offset(NOW, Duration.ofDays(3_620)), "localhost");
        assertThat(next.isNew()).isTrue();
        assertThat(next.fingerprint()).isNotEqualTo(first);
    }

    @Test
    void damagedFileIsMadeAnew() throws Exception {
        made(NOW, "localhost");
        Files.writeString(home.resolve("tls/server.crt"), "no certificate");
        assertThat(LocalCertificates.certificates(made(NOW, "localhost").certificate()))
                .hasSize(2);
    }

    @Test
    void onlyTheOwnerCanReadTheKeys() throws IOException {
        made(NOW, "localhost");
        Path folder = home.resolve("tls");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        for (String file : List.of("ca.p12", "server.key", "server.crt", "password")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca.p12", "ca.crt", "server.crt", "server.key", "password");
        }
    }

    @Test
    void folderThatCannotBeMadeIsSaid() throws IOException {
        Files.writeString(home.resolve("tls"), "a file");
        assertThatThrownBy(() -> made(NOW, "localhost"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void namesOfTheMachineAreNamesAndAddresses() {
        Set<MachineName> names =
                MachineName.all(List.of("plant.example", "not a name", "under_score", "[::1]", "0.0.0.0"));
        assertThat(names)
                .extracting(MachineName::toString)
                .contains("dns:localhost", "ip:127.0.0.1", "ip:0:0:0:0:0:0:0:1", "dns:plant.example")
                .doesNotContain("dns:not a name", "dns:under_score");
        assertThat(MachineName.given("LOCALHOST")).isEqualTo(MachineName.given("localhost"));
    }
}
