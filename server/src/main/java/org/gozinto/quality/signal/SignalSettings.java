/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param signals how often a run is made by itself: daily, weekly or off */
@ConfigurationProperties("gozinto.quality")
record SignalSettings(@DefaultValue("weekly") Every signals) {

    /** How often. */
    enum Every {
        DAILY(1),
        WEEKLY(7),
        OFF(0);

        private final int days;

        Every(int days) {
            this.days = days;
        }

        int days() {
            return days;
        }
    }
}
