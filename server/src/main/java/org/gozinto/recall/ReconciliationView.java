/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Whether the quantities by state add up to the scope.
 *
 * @param seq the last entry that it knows of
 * @param addsUp for every item the states add up to what is in scope
 * @param isOpen some is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReconciliationView(long seq, boolean addsUp, boolean isOpen, List<OfItem> items) {

    /**
     * One item, quantities as decimal texts in its unit.
     *
     * @param inScope what the version of the scope that counts has of it
     * @param difference inScope less the sum of the states; 0 when they add up
     * @param accounted share of inScope that is not open, 0 to 1
     */
    record OfItem(
            String item,
            String name,
            String unit,
            String inScope,
            States states,
            String sum,
            String difference,
            String accounted) {}

    /**
     * Every state that a quantity can be in; each is counted in one.
     *
     * @param stock in our hands, of which {@code pulled} is in the cage or ticked off
     * @param returned in our hands, back from consignees since the decision
     * @param installed in products that stand in our hands
     * @param destroyed scrapped, with witness and certificate; {@code scrapped} without
     * @param reworked used in our own runs as rework; {@code consumed} used up in our own runs otherwise: what was made
     *     of it is in scope itself
     * @param heldByConsignees at consignees, as they say; soldOn, destroyedThere, used and announced likewise
     * @param remedied at consignees, and put right
     * @param open at consignees who did not say
     * @param elsewhere lost, adjusted away, of unknown place
     */
    record States(
            String stock,
            String pulled,
            String returned,
            String installed,
            String destroyed,
            String scrapped,
            String reworked,
            String consumed,
            String heldByConsignees,
            String soldOn,
            String announced,
            String destroyedThere,
            String used,
            String remedied,
            String open,
            String elsewhere) {}
}
