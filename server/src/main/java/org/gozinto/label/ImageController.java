/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.image.ImageReading;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Codes")
class ImageController {

    private final ImageReading reading;

    ImageController(ImageReading reading) {
        this.reading = reading;
    }

    @PostMapping(path = "/api/v1/codes:image")
    @Operation(summary = "The codes on a picture (PNG, JPEG, GIF or BMP), as a scanner would give them")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")))
    ImageReading.Codes read(@AuthenticationPrincipal Actor actor, HttpServletRequest request) throws IOException {
        actor.require(Permission.READ);
        return reading.read(request.getInputStream().readNBytes(ImageReading.BYTES_MAX + 1));
    }
}
