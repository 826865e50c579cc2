/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the case goes, in figures. Times are seconds since the case was opened; shares are 0 to 1 as decimal texts; what
 * is not known yet is null.
 *
 * @param toScope until the first scope was frozen
 * @param toStop until its stock was stopped
 * @param toFirstNotice until the first notice was made
 * @param located the share of the quantity of which one knew where it is, 2, 4 and 24 hours after the case was opened
 * @param responseRate of those who were told, the share that answered
 * @param effective of those who were checked, the share whose check was effective
 * @param overRecall units in scope for each that is defective, as far as units were inspected
 * @param curve what was done by when, from the decision on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FiguresView(
        @Nullable Long toScope,
        @Nullable Long toStop,
        @Nullable Long toFirstNotice,
        List<Located> located,
        @Nullable String responseRate,
        @Nullable String effective,
        @Nullable String overRecall,
        List<Point> curve) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Located(int hours, @Nullable String share) {}

    /**
     * A moment of the completion curve.
     *
     * @param answered share of the consignees who were told
     * @param accounted share of the quantity that is not open any more
     */
    record Point(String at, String answered, String accounted) {}
}
