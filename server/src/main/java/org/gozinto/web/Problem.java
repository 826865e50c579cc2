/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/** A refusal as RFC 9457 wants it. */
@Schema(name = "Problem", description = "Why something was not done (RFC 9457). The code is stable.")
record Problem(
        @Schema(example = "https://gozinto.org/problems/not-there")
        String type,

        @Schema(example = "Not that much there") String title,
        @Schema(example = "422") int status,
        @Schema(example = "not-there") String code,
        String detail,
        @Nullable List<Fault> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** A field or line at fault. */
    record Fault(
            @Schema(description = "JSON pointer into what was sent")
            String pointer,

            String detail,
            @Nullable String expected,
            @Nullable String action) {}

    static Problem of(Refusal refusal) {
        List<Fault> errors = refusal.faults().stream()
                .map(f -> new Fault(f.pointer(), f.detail(), f.expected(), f.action()))
                .toList();
        return new Problem(
                "https://gozinto.org/problems/" + refusal.code(),
                refusal.title(),
                refusal.status(),
                refusal.code(),
                refusal.detail(),
                errors.isEmpty() ? null : errors);
    }

    /** The same as the mapper writes, for where no mapper is at hand. */
    String json() {
        var text = new JsonText()
                .object()
                .member("type", type)
                .member("title", title)
                .member("status", status)
                .member("code", code)
                .member("detail", detail);
        if (errors != null) {
            text.array("errors");
            for (Fault fault : errors) {
                text.object()
                        .member("pointer", fault.pointer())
                        .member("detail", fault.detail())
                        .member("expected", fault.expected())
                        .member("action", fault.action())
                        .endObject();
            }
            text.endArray();
        }
        return text.endObject().toString();
    }
}
