/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.math.BigDecimal;

/**
 * Where the seed material is: {@code sum} is that of all the other parts but {@code entered}, and equals it (trace
 * semantics §4). Rounded half-even to the seed's scale plus three digits.
 *
 * @param entered seed quantity that entered
 * @param onHand at locations, in vessels, containers and hosts there
 * @param inProcess in open runs
 * @param loss what stayed in closed runs and cleaned vessels
 * @param elsewhere adjusted away, outside or unknown
 * @param killed what a kill step, the floor of precision or the stop of the question ended
 */
public record Balance(
        BigDecimal entered,
        BigDecimal onHand,
        BigDecimal atPartners,
        BigDecimal scrapped,
        BigDecimal inProcess,
        BigDecimal loss,
        BigDecimal elsewhere,
        BigDecimal killed,
        BigDecimal sum) {}
