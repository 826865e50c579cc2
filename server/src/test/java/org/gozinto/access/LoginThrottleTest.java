/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gozinto.web.HandClock;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final HandClock clock = new HandClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void eleventhWrongTryOfAPersonWaits() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.tryOnce("anna", "10.0.0.1")).isNull();
        }
        assertThat(throttle.tryOnce("anna", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
        clock.pass(Duration.ofSeconds(30));
        assertThat(throttle.tryOnce("anna", "10.0.0.1")).isNull();
        assertThat(throttle.tryOnce("anna", "10.0.0.1")).isNotNull();
    }

    @Test
    void othersAtTheSameAddressMayStillTry() {
        for (int i = 0; i < 20; i++) {
            throttle.tryOnce("anna", "10.0.0.1");
        }
        assertThat(throttle.tryOnce("bert", "10.0.0.1")).isNull();
        assertThat(throttle.tryOnce("anna", "10.0.0.2")).isNull();
    }

    @Test
    void manyNamesFromOneAddressWait() {
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.tryOnce("name" + i, "10.0.0.1")).isNull();
        }
        assertThat(throttle.tryOnce("name100", "10.0.0.1")).isNotNull();
    }

    @Test
    void oneNameFromManyAddressesWaits() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.tryOnce("anna", "10.0.1." + i)).isNull();
        }
        assertThat(throttle.tryOnce("anna", "10.0.2.1")).isNotNull();
        assertThat(throttle.tryOnce("bert", "10.0.2.1")).isNull();
    }

    @Test
    void whoSignedInThereBeforeIsNotLockedOutByStrangers() {
        assertThat(throttle.tryOnce("anna", "10.0.0.1")).isNull();
        throttle.succeeded("anna", "10.0.0.1");
        for (int i = 0; i < 200; i++) {
            throttle.tryOnce("anna", "10.0.1." + i);
            throttle.tryOnce("name" + i, "10.0.0.1");
        }
        assertThat(throttle.tryOnce("anna", "10.0.0.9")).isNotNull();
        assertThat(throttle.tryOnce("carl", "10.0.0.1")).isNotNull();
        assertThat(throttle.tryOnce("anna", "10.0.0.1")).isNull();
    }

    @Test
    void rightTriesDoNotCount() {
        for (int i = 0; i < 500; i++) {
            assertThat(throttle.tryOnce("anna", "10.0.0.1")).isNull();
            throttle.succeeded("anna", "10.0.0.1");
        }
    }

    @Test
    void houseWithSixthVersionIsItsNetwork() {
        assertThat(LoginThrottle.network("2001:db8:1:2:aaaa:bbbb:cccc:dddd")).isEqualTo("2001:db8:1:2");
        assertThat(LoginThrottle.network("2001:db8:1:2:1:1:1:1")).isEqualTo("2001:db8:1:2");
        assertThat(LoginThrottle.network("0:0:0:0:0:0:0:1")).isEqualTo("0:0:0:0");
        assertThat(LoginThrottle.network("2001:db8::1")).isEqualTo(LoginThrottle.network("2001:db8::2"));
        assertThat(LoginThrottle.network("10.1.2.3")).isEqualTo("10.1.2.3");
    }
}
