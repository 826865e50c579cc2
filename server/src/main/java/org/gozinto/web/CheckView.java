/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gozinto.recall.PublicRecalls.Affected;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.gozinto.recall.PublicRecalls.Text;
import org.gozinto.web.CheckAnswer.Naming;
import org.jspecify.annotations.Nullable;

/** The answer to a check as JSON; every member is always there, so that answers differ in nothing but what they say. */
@Schema(name = "Check", description = "What the public is told of a number. Every member is always there.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CheckView(
        @Schema(allowableValues = {"affected", "remedied", "notAffected", "possibly", "unknown"})
        String answer,

        @Schema(example = "2026-12-01T09:05:00Z") String knownAt,
        List<NamedBy> recalls,

        @Schema(description = "Of which one has to be chosen with item=, since several have the number")
        List<Product> products,

        @Nullable Hint hint) {

    /** A recall that names the number. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record NamedBy(
            @Schema(allowableValues = {"affected", "remedied", "possibly"})
            String status,

            @Nullable String remediedOn,
            Notice recall) {}

    /** An item by its code and name. */
    record Product(String item, String name) {}

    /** Something to try. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Hint(
            @Schema(
                    allowableValues = {
                        "checkDigit",
                        "form",
                        "length",
                        "tooLong",
                        "empty",
                        "needsNumber",
                        "needsLot",
                        "needsSerial",
                        "lotNamed",
                        "whichProduct"
                    })
            String code,

            @Schema(description = "Of the character that cannot be right, from 1") @Nullable
            Integer position,

            String detail) {}

    /** What is said of a recall, in one language. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Notice(
            @Schema(example = "R-2026-001") String number,

            @Schema(allowableValues = {"recall", "marketWithdrawal", "stockRecovery"})
            String kind,

            boolean closed,
            String publishedAt,
            String changedAt,

            @Schema(description = "ISO 3166-1 alpha-2; empty for everywhere")
            List<String> countries,

            String language,
            String title,
            String product,
            String hazard,
            List<String> whatToDo,
            @Nullable String remedy,
            @Nullable String contact,
            @Nullable String link,
            String notice) {}

    /** A recall with all numbers, for the list of recalls. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Recall(Notice recall, List<Numbers> affected) {}

    /** The affected numbers of one item; neither lots nor serials for all of it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Numbers(String item, String name, @Nullable String gtin, List<String> lots, List<Serials> serials) {}

    /** Serials from one to another, both included. */
    record Serials(String from, String to, long count) {}

    /** All current recalls, newest first. */
    @Schema(name = "CheckRecalls")
    record Recalls(String knownAt, List<Recall> recalls) {}

    static CheckView of(CheckAnswer answer, CheckWords words, String root) {
        List<NamedBy> recalls = answer.recalls().stream()
                .limit(CheckPaper.RECALLS_MAX)
                .map(naming -> named(naming, words, root))
                .toList();
        List<Product> products = answer.products().stream()
                .map(product -> new Product(product.item(), product.name()))
                .toList();
        return new CheckView(
                answer.kind().word(), answer.knownAt().toString(), recalls, products, hint(answer.hint(), words));
    }

    private static NamedBy named(Naming naming, CheckWords words, String root) {
        String day = naming.remediedOn() == null ? null : naming.remediedOn().toString();
        return new NamedBy(naming.status().word(), day, notice(naming.recall(), words, root));
    }

    private static @Nullable Hint hint(CheckAnswer.@Nullable Hint hint, CheckWords words) {
        if (hint == null) {
            return null;
        }
        Integer position = hint.position() == 0 ? null : hint.position();
        return new Hint(hint.reason().word(), position, CheckPaper.hint(words, hint));
    }

    static Notice notice(PublicRecall recall, CheckWords words, String root) {
        Text text = CheckPaper.text(recall, words);
        return new Notice(
                recall.number(),
                recall.kind(),
                recall.closed(),
                time(recall.publishedAt()),
                time(recall.changedAt()),
                recall.countries(),
                CheckPaper.language(recall, words),
                text.title(),
                text.product(),
                text.hazard(),
                text.whatToDo().lines().filter(step -> !step.isBlank()).toList(),
                text.remedy(),
                text.contact(),
                text.link(),
                root + "/check/recalls/" + PublishedLinks.encoded(recall.number()));
    }

    static List<Numbers> affected(PublicRecall recall) {
        return recall.affected().stream().map(CheckView::numbers).toList();
    }

    private static Numbers numbers(Affected affected) {
        return new Numbers(
                affected.item(),
                affected.name(),
                affected.gtin(),
                affected.lots(),
                affected.serials().stream()
                        .map(range -> new Serials(range.from(), range.to(), range.count()))
                        .toList());
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
