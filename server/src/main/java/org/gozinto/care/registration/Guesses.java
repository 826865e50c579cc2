/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.Clock;
import java.time.Duration;
import org.gozinto.access.LinkThrottle;
import org.jspecify.annotations.Nullable;

/**
 * Slows down those who try secrets: by the number that they try them for, so that many networks find no more than one,
 * and by network, so that nobody tries one secret on many numbers. Safe for use by many threads.
 */
final class Guesses {

    private static final int FOR_A_NUMBER = 10;
    private static final int FROM_A_NETWORK = 60;
    private static final Duration OVER = Duration.ofHours(1);
    private static final int OCTETS = 3;
    private static final int GROUPS = 3;

    private final LinkThrottle numbers;
    private final LinkThrottle networks;

    Guesses(Clock clock) {
        this.numbers = new LinkThrottle(clock, FOR_A_NUMBER, OVER);
        this.networks = new LinkThrottle(clock, FROM_A_NETWORK, OVER);
    }

    /** How long nothing is tried for this number, or from this address; null when it may be tried now. */
    @Nullable
    Duration waiting(TypedNumber number, String address) {
        Duration wait = numbers.waiting(number.throttled());
        return wait != null ? wait : networks.waiting(network(address));
    }

    void wrong(TypedNumber number, String address) {
        numbers.count(number.throttled());
        networks.count(network(address));
    }

    /** The network of 24 bits around an IPv4 address, or of 48 bits around an IPv6 address. */
    private static String network(String address) {
        boolean six = address.indexOf(':') >= 0;
        String[] parts = address.split(six ? ":" : "\\.", -1);
        int kept = Math.min(parts.length, six ? GROUPS : OCTETS);
        return String.join(six ? ":" : ".", java.util.Arrays.copyOf(parts, kept));
    }
}
