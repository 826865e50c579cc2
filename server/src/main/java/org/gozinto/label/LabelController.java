/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Labels")
class LabelController {

    private final Templates templates;
    private final Prints prints;
    private final PrintViews views;

    LabelController(Templates templates, Prints prints, PrintViews views) {
        this.templates = templates;
        this.prints = prints;
        this.views = views;
    }

    /** A page of labels. */
    record SheetView(
            String code, String name, String page, int columns, int rows, double labelWidthMm, double labelHeightMm) {}

    @GetMapping("/label-templates")
    @Operation(summary = "The templates of labels: those that come with the program, then your own")
    Page<TemplateBody> templates(@AuthenticationPrincipal Actor actor) {
        actor.require(Permission.READ);
        return new Page<>(templates.all().stream().map(TemplateBody::inShort).toList(), null);
    }

    @GetMapping("/label-templates/{code}")
    @Operation(summary = "One template with its elements")
    ResponseEntity<TemplateBody> template(@AuthenticationPrincipal Actor actor, @PathVariable String code) {
        actor.require(Permission.READ);
        return shown(templates.existing(code));
    }

    private static ResponseEntity<TemplateBody> shown(Template template) {
        return ResponseEntity.ok().eTag("\"" + template.version() + "\"").body(TemplateBody.of(template));
    }

    @PutMapping("/label-templates/{code}")
    @Operation(summary = "Keep a template of your own; one that comes with the program is copied and never changed")
    ResponseEntity<TemplateBody> keepTemplate(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TemplateBody body) {
        actor.require(Permission.MASTERS);
        return shown(templates.keep(code, body, Paging.version(ifMatch), actor.name()));
    }

    @DeleteMapping("/label-templates/{code}")
    @Operation(summary = "Take a template of your own away")
    ResponseEntity<Void> removeTemplate(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        actor.require(Permission.MASTERS);
        templates.remove(code, Paging.version(ifMatch), actor.name());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/label-sheets")
    @Operation(summary = "The pages of labels that a PDF can be laid out on")
    Page<SheetView> sheets(@AuthenticationPrincipal Actor actor) {
        actor.require(Permission.READ);
        var all = Sheet.ALL.stream()
                .map(s -> new SheetView(
                        s.code(), s.name(), s.page(), s.columns(), s.rows(), s.labelWidthMm(), s.labelHeightMm()))
                .toList();
        return new Page<>(all, null);
    }

    /**
     * One label to look at.
     *
     * @param draft a template that is not kept yet, instead of a code
     * @param format svg, which is the default, or png
     * @param dpi of a png; 300 when none is given
     */
    record PreviewRequest(
            @Nullable String template,
            @Nullable TemplateBody draft,
            @Nullable LabelBody label,
            @Nullable String format,
            @Nullable Integer dpi) {}

    @PostMapping("/labels:preview")
    @Operation(summary = "A look at one label; nothing is written down")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<byte[]> preview(@AuthenticationPrincipal Actor actor, @RequestBody PreviewRequest request)
            throws IOException {
        actor.require(Permission.READ);
        var faults = new Faults();
        boolean one = (request.template() == null) != (request.draft() == null);
        faults.expect(one, "/template", "is missing, or stands beside a draft", "the code of a template, or a draft");
        faults.expect(request.label() != null, "/label", "is missing", "a label");
        String word = request.format() == null ? "svg" : request.format();
        faults.expect(word.equals("svg") || word.equals("png"), "/format", "is unknown", "svg or png");
        int dpi = request.dpi() == null ? PrintRequest.DPI : request.dpi();
        faults.expect(PrintRequest.isDpi(dpi), "/dpi", "is not a resolution of label printers", "203, 300 or 600");
        faults.refuse("There is nothing to look at");
        Template template = request.draft() != null
                ? request.draft().toTemplate(true, 0)
                : templates.existing(String.valueOf(request.template()));
        var format = word.equals("png") ? PrintRequest.Format.PNG : PrintRequest.Format.SVG;
        var out = new ByteArrayOutputStream();
        prints.preview(template, java.util.Objects.requireNonNull(request.label()), format, dpi, out);
        return ResponseEntity.ok().contentType(MediaType.valueOf(format.type)).body(out.toByteArray());
    }

    /** What became of labels that were sent to a printer. */
    record Sent(String print, long labels, String state) {}

    @PostMapping("/labels:print")
    @Operation(summary = "Print labels: a document, streamed, or to a printer; the same id again is counted once")
    @ApiResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/zpl", schema = @Schema(type = "string")),
                @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "202",
            description = "Sent to the printer",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Sent.class)))
    @Nullable
    ResponseEntity<Sent> print(
            @AuthenticationPrincipal Actor actor, @RequestBody PrintRequest request, HttpServletResponse response)
            throws IOException {
        actor.require(Permission.PRINT);
        Prints.Job job = prints.prepare(request, actor.name());
        if (job.printer() != null) {
            var sent = prints.send(job);
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Sent(sent.id(), sent.labels(), sent.state()));
        }
        response.setContentType(job.type());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + job.fileName() + "\"");
        response.setHeader("Gozinto-Print", job.print().id());
        prints.write(job, response.getOutputStream());
        return null;
    }

    @GetMapping("/prints")
    @Operation(summary = "What was printed, newest first; of one unit or of one item")
    Page<PrintViews.PrintView> prints(
            @AuthenticationPrincipal Actor actor,
            @RequestParam @Nullable String unit,
            @RequestParam @Nullable String item,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.page(unit, item, cursor, Paging.limit(limit));
    }

    @GetMapping("/prints/{print}")
    @Operation(summary = "One print with its labels, each with the number of its copy")
    PrintViews.PrintWithLines onePrint(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String print,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        actor.require(Permission.READ);
        return views.lines(print, cursor, Paging.limit(limit));
    }
}
