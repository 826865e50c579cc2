/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.EntryPages;
import org.gozinto.ledger.Paging;
import org.gozinto.movement.EntryViews;
import org.gozinto.paper.CsvTable;
import org.gozinto.paper.Table;
import org.gozinto.paper.XlsxTable;
import org.gozinto.unit.UnitFilter;
import org.gozinto.unit.UnitListing;
import org.gozinto.unit.UnitViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists as files: the same filters, all pages, streamed. */
@RestController
@Tag(name = "Exports")
class ExportController {

    private static final String FORMAT = ".{format:csv|xlsx}";

    private final UnitListing listing;
    private final UnitViews unitViews;
    private final EntryPages entryPages;
    private final EntryViews entryViews;
    private final MasterLists masters;

    ExportController(
            Imports.Rooms rooms,
            UnitListing listing,
            UnitViews unitViews,
            EntryPages entryPages,
            EntryViews entryViews) {
        this.listing = listing;
        this.unitViews = unitViews;
        this.entryPages = entryPages;
        this.entryViews = entryViews;
        this.masters = new MasterLists(rooms.items(), rooms.places());
    }

    /** What a list of entries is narrowed to. */
    record EntryFilter(
            @Nullable String type,
            @Nullable String place,
            @Nullable String document,
            @Nullable Long after) {}

    /** How a file is to be written. */
    record Form(String format, @Nullable String delimiter) {

        boolean isCsv() {
            return format.equals("csv");
        }

        char character() {
            return switch (delimiter == null ? "comma" : delimiter) {
                case "comma" -> ',';
                case "semicolon" -> ';';
                case "tab" -> '\t';
                default ->
                    throw Paging.badParameter("delimiter", "is \"" + delimiter + "\"", "comma, semicolon or tab");
            };
        }
    }

    @GetMapping("/api/v1/items" + FORMAT)
    @Operation(summary = "The items as a file that can be imported again")
    void items(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Form form,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        send("items", masters.items(q), form, response);
    }

    @GetMapping("/api/v1/places" + FORMAT)
    @Operation(summary = "The places as a file that can be imported again")
    void places(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Form form,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        send("places", masters.places(q), form, response);
    }

    @GetMapping("/api/v1/partners" + FORMAT)
    @Operation(summary = "The partners as a file that can be imported again")
    void partners(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Form form,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        send("partners", masters.partners(q), form, response);
    }

    @GetMapping("/api/v1/units" + FORMAT)
    @Operation(summary = "Units and where they are, a row for each place")
    void units(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Form form,
            @ModelAttribute UnitFilter filter,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        send("units", new UnitList(listing.of(filter), unitViews), form, response);
    }

    @GetMapping("/api/v1/entries" + FORMAT)
    @Operation(summary = "The ledger, a row for each movement")
    void entries(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Form form,
            @ModelAttribute EntryFilter filter,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        long after = filter.after() == null ? 0 : filter.after();
        send("entries", new EntryList(entryPages, entryViews, narrowed(filter), after), form, response);
    }

    /** The same as the parameters of the list of entries mean. */
    private EntryPages.Filter narrowed(EntryFilter filter) {
        String type = filter.type();
        if (type != null && !Actor.everyAct().contains(type)) {
            throw Paging.badParameter("type", "is " + type, "one of " + String.join(", ", Actor.everyAct()));
        }
        Long place = filter.place() == null ? null : listing.place(filter.place());
        return new EntryPages.Filter(type, place, filter.document());
    }

    private static void send(String name, Export export, Form form, HttpServletResponse response) throws IOException {
        char delimiter = form.character();
        response.setContentType(form.isCsv() ? CsvTable.TYPE : XlsxTable.TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + form.format() + "\"");
        OutputStream out = response.getOutputStream();
        try (Table table = form.isCsv()
                ? new CsvTable(out, delimiter, export.headings())
                : new XlsxTable(out, name, export.headings())) {
            export.writeTo(table);
        }
    }
}
