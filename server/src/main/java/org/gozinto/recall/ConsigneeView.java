/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has, or had, something in scope.
 *
 * @param code of the partner; of a sub-consignee the code of who passed it on, a slash and the name
 * @param via the consignee who passed it on; null for our own customers
 * @param state notTold, told, unreachable (a notice failed), answered
 * @param items what they got, by item
 * @param open how much of it nobody knows of, by item, as decimal texts; empty when all is known
 * @param sampled whether they are to be checked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsigneeView(
        String code,
        String name,
        @Nullable String via,
        @Nullable String email,
        @Nullable String country,
        @Nullable String language,
        String state,
        List<Got> items,
        List<Open> open,
        List<NoticeHead> notices,
        @Nullable Said answer,
        boolean sampled,
        @Nullable Checked check) {

    /**
     * What somebody got of one item.
     *
     * @param qty what is there now, gross what went there, both as decimal texts; null where only they know
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Got(
            String item,
            String name,
            String unit,
            @Nullable String qty,
            @Nullable String gross,
            int lots,
            int serials) {}

    record Open(String item, String qty, String unit) {}

    /** A notice in short. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeHead(
            long n,
            String kind,
            String channel,
            String language,
            String state,
            @Nullable String at,
            @Nullable String detail) {}

    /** What they said last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            long step,
            String at,
            String channel,
            @Nullable String by,
            String enteredBy,
            List<Step.AnswerLine> lines,
            List<Step.SubConsignee> subConsignees,
            @Nullable String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Checked(
            long step,
            String at,
            String by,
            String method,
            String result,
            @Nullable String text) {}

    /**
     * A unit that a consignee has.
     *
     * @param container the outermost container that it is in there
     * @param delivered when it went there last, and the entry and document that say so
     * @param remedied the day on which it was put right
     * @param holder who registered it, where that is known and may be seen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Goods(
            String unit,
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            String qty,
            @Nullable String container,
            @Nullable String delivered,
            @Nullable Long seq,
            @Nullable String document,
            @Nullable String remedied,
            @Nullable Holder holder) {

        Goods heldBy(@Nullable Holder known) {
            return new Goods(unit, item, lot, serial, qty, container, delivered, seq, document, remedied, known);
        }
    }

    /**
     * Whoever registered a unit.
     *
     * @param registration its number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holder(
            String registration,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String country,
            @Nullable String language) {}
}
