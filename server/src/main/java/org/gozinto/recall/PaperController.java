/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/recalls/{number}/papers")
@Tag(name = "Recalls")
class PaperController {

    private final Recalls recalls;
    private final Papers papers;

    PaperController(Recalls recalls, Papers papers) {
        this.recalls = recalls;
        this.papers = papers;
    }

    @GetMapping
    @Operation(summary = "The papers of a case, and what is missing in each")
    List<PaperView> list(
            @AuthenticationPrincipal Actor actor, @PathVariable String number, @RequestParam @Nullable String lang) {
        actor.require(Permission.READ);
        return papers.list(recalls.existing(number), PaperLanguage.of(lang));
    }

    @GetMapping("/{name}")
    @Operation(summary = "One paper of a case; what is not complete is given as a draft only")
    void paper(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String number,
            @PathVariable String name,
            @ModelAttribute Papers.Asked asked,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        // All that can be refused is refused here, before anything is sent.
        Papers.Ready ready = papers.ready(recalls.existing(number), name, asked);
        response.setContentType(ready.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + ready.fileName() + "\"");
        ready.body().write(response.getOutputStream());
        response.flushBuffer();
    }
}
