/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Trace")
class PictureController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final Pattern FOLD = Pattern.compile("[0-4]\\.[up][0-9]{1,18}(\\.[0-9]{1,9})?");
    private static final int OPEN_MAX = 1_000;

    private final Traces traces;

    PictureController(Traces traces) {
        this.traces = traces;
    }

    @GetMapping("/api/v1/trace/picture")
    @Operation(summary = "A trace as a drawing: boxes with their places and curves between them, siblings folded")
    PictureView picture(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute TraceQuery query,
            @RequestParam @Nullable Integer nodes,
            @RequestParam @Nullable String open) {
        actor.require(Permission.READ);
        return traces.picture(query, nodes(nodes), open(open));
    }

    @GetMapping("/api/v1/trace/picture.svg")
    @Operation(summary = "The same drawing as SVG, for print")
    ResponseEntity<byte[]> svg(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute TraceQuery query,
            @RequestParam @Nullable Integer nodes,
            @RequestParam @Nullable String open) {
        actor.require(Permission.READ);
        PictureView picture = traces.picture(query, nodes(nodes), open(open));
        return ResponseEntity.ok()
                .contentType(SVG)
                .body(PictureSvg.of(picture, traces.heading(query)).getBytes(StandardCharsets.UTF_8));
    }

    private static int nodes(@Nullable Integer asked) {
        if (asked == null) {
            return Pictures.NODES_DEFAULT;
        }
        if (asked < 1 || asked > Pictures.NODES_MAX) {
            throw Paging.badParameter("nodes", "is " + asked, "1 to " + Pictures.NODES_MAX);
        }
        return asked;
    }

    private static Set<String> open(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return Set.of();
        }
        String[] ids = asked.split(",", -1);
        if (ids.length > OPEN_MAX
                || !Arrays.stream(ids).allMatch(id -> FOLD.matcher(id).matches())) {
            throw Paging.badParameter("open", "names no folds", "ids of nodes that open, separated by commas");
        }
        return Arrays.stream(ids).collect(Collectors.toUnmodifiableSet());
    }
}
