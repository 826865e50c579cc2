/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.gozinto.web.AccessServer.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody asks for numbers one after the other for long. */
class CheckThrottleTest {

    private final HandClock clock = new HandClock();

    private static InetAddress at(String address) {
        return InetAddress.ofLiteral(address);
    }

    @Test
    void addressMayAskSoOftenInAMinute() {
        var throttle = new CheckThrottle(clock, 60, 600);
        for (int i = 0; i < 60; i++) {
            assertThat(throttle.take(at("192.0.2.1"), 1)).isNull();
        }
        assertThat(throttle.take(at("192.0.2.1"), 1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.take(at("192.0.2.2"), 1)).isNull();
        clock.pass(Duration.ofSeconds(1));
        assertThat(throttle.take(at("192.0.2.1"), 1)).isNull();
        assertThat(throttle.take(at("192.0.2.1"), 1)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.%d,192.0.3.1", "2001:db8:1:%d::1,2001:db8:2::1"})
    void networkMayAskSoOftenInAMinute(String pattern, String elsewhere) {
        var throttle = new CheckThrottle(clock, 10, 100);
        int let = 0;
        for (int i = 1; i <= 50; i++) {
            for (int n = 0; n < 3; n++) {
                let += throttle.take(at(pattern.formatted(i)), 1) == null ? 1 : 0;
            }
        }
        assertThat(let).isEqualTo(100);
        assertThat(throttle.take(at(elsewhere), 1)).isNull();
    }

    /** Otherwise one house would have as many buckets as it likes. */
    @Test
    void houseHasOneNetworkOfVersion6() {
        var throttle = new CheckThrottle(clock, 5, 100);
        int let = 0;
        for (int i = 0; i < 20; i++) {
            let += throttle.take(at("2001:db8::" + Integer.toHexString(i + 1)), 1) == null ? 1 : 0;
        }
        assertThat(let).isEqualTo(5);
    }

    @Test
    void onlySoManyBucketsAreKept() {
        var throttle = new CheckThrottle(clock, 5, 100);
        for (int i = 0; i < 3 * CheckThrottle.KEPT_MAX; i++) {
            throttle.take(at("10." + (i >> 16 & 255) + "." + (i >> 8 & 255) + "." + (i & 255)), 1);
        }
        assertThat(throttle.kept()).isLessThanOrEqualTo(2 * CheckThrottle.KEPT_MAX);
    }

    @Test
    void throttleBitesOverHttpWithAPageAndAProblem(@TempDir Path directory) {
        try (var server = new AccessServer(
                directory,
                AccessServer.ADMIN,
                "gozinto.check.per-address=5",
                "gozinto.check.trusted-proxies=127.0.0.1")) {
            GivenUnits.in(server);
            int let = 0;
            for (int serial = 1001; serial < 1040; serial++) {
                // What a client writes before the proxy's own word counts for nothing.
                String forged = "198.51.100." + serial % 256 + ", 203.0.113.7";
                let += ask(server, "P" + serial, forged, "*/*").status() == 200 ? 1 : 0;
            }
            assertThat(let).isEqualTo(5);
            Answer problem = ask(server, "P1001", "203.0.113.7", "*/*");
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.code()).isEqualTo("too-many-checks");
            assertThat(problem.header("Retry-After")).isEqualTo("12");
            Answer page = ask(server, "P1001", "203.0.113.7", "text/html");
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.response().body()).contains("Too many checks", "12 seconds");
            assertThat(ask(server, "P1001", "203.0.113.8", "*/*").status()).isEqualTo(200);
            server.clock().pass(Duration.ofSeconds(12));
            assertThat(ask(server, "P1001", "203.0.113.7", "*/*").status()).isEqualTo(200);
        }
    }

    private static Answer ask(AccessServer server, String serial, String forwarded, String accept) {
        return server.send(server.request("/check/api?code=" + serial, null)
                .header("X-Forwarded-For", forwarded)
                .header("Accept", accept)
                .GET());
    }

    @Test
    void networksAreReadStrictly() {
        assertThat(Network.of("10.0.0.0/8").contains(at("10.255.1.2"))).isTrue();
        assertThat(Network.of("10.0.0.0/8").contains(at("11.0.0.1"))).isFalse();
        assertThat(Network.of("2001:db8::/33").contains(at("2001:db8:7fff::1"))).isTrue();
        assertThat(Network.of("2001:db8::/33").contains(at("2001:db8:8000::1"))).isFalse();
        assertThat(Network.of("0.0.0.0/0").contains(at("::1"))).isFalse();
        for (String bad : new String[] {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.com", ""}) {
            assertThatThrownBy(() -> Network.of(bad)).as(bad).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void alarmSoundsOnceWhenMostNumbersAreUnknown() {
        var alarm = new UnknownAlarm(clock);
        int sounded = 0;
        for (int i = 0; i < 1_000; i++) {
            sounded += alarm.count(i % 5 != 0) ? 1 : 0;
        }
        assertThat(sounded).isZero();
        clock.pass(Duration.ofMinutes(10));
        for (int i = 0; i < 1_000; i++) {
            sounded += alarm.count(i % 5 == 0) ? 1 : 0;
        }
        assertThat(sounded).isOne();
        clock.pass(Duration.ofMinutes(11));
        assertThat(alarm.count(false)).as("too few to say").isFalse();
    }
}
