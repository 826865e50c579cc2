/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notices as they are shown; the link in them is not, since whoever has it can answer. */
final class NoticeView {

    private NoticeView() {}

    /**
     * A notice in a list.
     *
     * @param name whom it is to
     * @param state waiting, sent, failed or printed
     * @param at when it was sent or written for print
     * @param detail what went wrong, in the words of the mail server
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long n,
            String consignee,
            String name,
            String kind,
            String channel,
            String language,
            @Nullable String address,
            String state,
            @Nullable String at,
            int tries,
            @Nullable String nextTry,
            @Nullable String detail,
            String subject) {}

    /** A notice with all that was written. */
    record Written(Line notice, String day, String text, String html) {}

    /** What would be written. */
    record Preview(String consignee, String language, String subject, String text, String html) {}

    /**
     * What came of an order.
     *
     * @param made how many notices were written
     * @param waitsFor the setting without which nothing is sent; absent when it is there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(
            int made, List<Step.Skipped> skipped, @Nullable String waitsFor, RecallView recall) {}
}
