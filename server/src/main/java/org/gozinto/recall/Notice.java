/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter or e-mail as it was written. It is kept whole and never changes; only the link for the answer is put in when
 * it leaves, since whoever has the link can answer.
 *
 * @param recall number of the case
 * @param drill it is only an exercise
 * @param day on which it was written, and {@code until} the last day of its link
 * @param goods what it is about, a line each, for the form on paper
 * @param text and {@code html} hold {@link #LINK} where the link goes; the html is the inner part of a page
 */
record Notice(
        String recall,
        String kind,
        String channel,
        String language,
        boolean drill,
        String day,
        String until,
        Sender sender,
        Recipient to,
        List<String> goods,
        String subject,
        String text,
        String html) {

    /** Stands for the link. */
    static final String LINK = "\u27E6link\u27E7";

    /** Stands for the link where it is shown to those who are not to use it. */
    static final String HIDDEN = "…/answer/…";

    static final String EMAIL = "email";
    static final String LETTER = "letter";

    /** Who writes, as the settings have it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sender(
            String name,
            List<String> address,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String contact) {

        /** How to reach them, on one line. */
        String reach() {
            return java.util.stream.Stream.of(contact, phone, email)
                    .filter(part -> part != null)
                    .collect(java.util.stream.Collectors.joining(" · "));
        }
    }

    /**
     * Who is written to.
     *
     * @param consignee their code in the case
     * @param address the lines below the name
     * @param country ISO 3166-1 alpha-2
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recipient(
            String consignee,
            String name,
            @Nullable String person,
            List<String> address,
            @Nullable String email,
            @Nullable String country) {}

    boolean hasLink() {
        return text.contains(LINK);
    }
}
