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
import org.gozinto.item.Item;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.EntryViews;
import org.gozinto.place.Place;
import org.gozinto.unit.Unit;
import org.gozinto.unit.UnitViews;
import org.gozinto.unit.Units;
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

    private final Imports.Rooms rooms;
    private final UnitViews unitViews;
    private final EntryViews entryViews;
    private final MasterLists masters;

    ExportController(Imports.Rooms rooms, UnitViews unitViews, EntryViews entryViews) {
        this.rooms = rooms;
        this.unitViews = unitViews;
        this.entryViews = entryViews;
        this.masters = new MasterLists(rooms.items(), rooms.places());
    }

    /** What a list of units is narrowed to. */
    record UnitFilter(
            @Nullable String item,
            @Nullable String lot,
            @Nullable String serial,
            @Nullable String container,
            @Nullable String place) {}

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
        send("units", new UnitList(rooms.units(), unitViews, narrowed(filter)), form, response);
    }

    @GetMapping("/api/v1/entries" + FORMAT)
    @Operation(summary = "The ledger, a row for each movement")
    void entries(
            @AuthenticationPrincipal Actor actor,
            @ModelAttribute Form form,
            @RequestParam(required = false) @Nullable String document,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletResponse response)
            throws IOException {
        actor.require(Permission.READ);
        long from = after == null ? 0 : after;
        send("entries", new EntryList(rooms.entries(), entryViews, document, from), form, response);
    }

    /** The same as the parameters of the list of units mean. */
    private Units.Filter narrowed(UnitFilter filter) {
        Item item = filter.item() == null ? null : rooms.items().existing(filter.item());
        Long place = filter.place() == null ? null : place(filter.place());
        if (filter.serial() != null) {
            return new Units.Filter(id(item), lot(filter.lot(), item), filter.serial(), Unit.Kind.SERIAL, place);
        }
        if (filter.container() != null) {
            return new Units.Filter(id(item), null, filter.container(), Unit.Kind.CONTAINER, place);
        }
        return new Units.Filter(id(item), null, filter.lot(), filter.lot() == null ? null : Unit.Kind.LOT, place);
    }

    private static @Nullable Long id(@Nullable Item item) {
        return item == null ? null : item.id();
    }

    private @Nullable Long lot(@Nullable String number, @Nullable Item item) {
        if (number == null) {
            return null;
        }
        return rooms.units().withNumber(number, 100).stream()
                .filter(u -> u.kind() == Unit.Kind.LOT && (item == null || u.itemId() == item.id()))
                .map(Unit::id)
                .findFirst()
                .orElse(-1L);
    }

    private long place(String code) {
        Place place = rooms.places().find(code);
        if (place != null) {
            return place.id();
        }
        return rooms.units().withNumber(code, 10).stream()
                .filter(u -> u.kind() == Unit.Kind.CONTAINER)
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                                "unknown-place", "No such place", "There is no place or container " + code + ".")
                        .status(404)
                        .asException())
                .asPlace();
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
