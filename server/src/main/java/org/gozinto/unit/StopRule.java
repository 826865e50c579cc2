/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import org.gozinto.identify.NumberRange;
import org.jspecify.annotations.Nullable;

/**
 * What a recall stops by a rule, so that what comes tomorrow is stopped too. Items and partners are ids, times are
 * microseconds since 1970 in UTC; a bound that is null is open. A time that is known to the day or month only fits when
 * any of it is in the window: what may be bad is stopped.
 *
 * <p>Sample: {@code {"type":"serials","item":7,"from":"SN0100","to":"SN0199"}}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StopRule.Lot.class, name = "lot"),
    @JsonSubTypes.Type(value = StopRule.Serials.class, name = "serials"),
    @JsonSubTypes.Type(value = StopRule.Lots.class, name = "lots"),
    @JsonSubTypes.Type(value = StopRule.SupplierLot.class, name = "supplierLot"),
    @JsonSubTypes.Type(value = StopRule.Received.class, name = "received"),
    @JsonSubTypes.Type(value = StopRule.Made.class, name = "made"),
    @JsonSubTypes.Type(value = StopRule.Attributes.class, name = "attributes")
})
public sealed interface StopRule {

    /** The item whose units it is about; null for those of any. */
    @Nullable
    Long item();

    /**
     * A lot, to the letter, and with it its serials.
     *
     * @param issuer place id of the partner that numbered it, 0 for ourselves; null for whoever it was
     */
    record Lot(Long item, @Nullable Long issuer, String number) implements StopRule {}

    /**
     * Serials between two numbers, both included, in the order of {@link NumberRange}.
     *
     * @throws IllegalArgumentException when there is no such range
     */
    record Serials(Long item, String from, String to) implements StopRule {
        public Serials {
            NumberRange.refuseFlaw(from, to);
        }
    }

    /**
     * Lots between two numbers, both included, and with them their serials.
     *
     * @throws IllegalArgumentException when there is no such range
     */
    record Lots(Long item, String from, String to) implements StopRule {
        public Lots {
            NumberRange.refuseFlaw(from, to);
        }
    }

    /**
     * Whatever has a supplier's own number.
     *
     * @param item null for any
     * @param partner whose number it is; null for whoever gave it
     */
    record SupplierLot(
            String number, @Nullable Long item, @Nullable Long partner) implements StopRule {}

    /**
     * What is received in a window of time.
     *
     * @param partner null for whoever it comes from
     */
    record Received(
            Long item,
            @Nullable Long partner,
            @Nullable Long fromUs,
            @Nullable Long toUs) implements StopRule {}

    /**
     * What is produced or commissioned in a window of time.
     *
     * @param item null for whatever comes out of the run
     * @param run the code of a run; null for any, and for what is commissioned
     * @throws IllegalArgumentException when neither item nor run is named
     */
    record Made(
            @Nullable Long item,
            @Nullable String run,
            @Nullable Long fromUs,
            @Nullable Long toUs) implements StopRule {
        public Made {
            if (item == null && run == null) {
                throw new IllegalArgumentException("an item or a run is needed");
            }
        }
    }

    /**
     * Units of an item that have all of these attributes; numbers and words are compared as they are written.
     *
     * @param values by the names of the attributes, at least one
     */
    record Attributes(Long item, Map<String, String> values) implements StopRule {
        public Attributes {
            if (values.isEmpty()) {
                throw new IllegalArgumentException("an attribute is needed");
            }
            values = Map.copyOf(values);
        }
    }
}
