/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Names;

/** What Gozinto says to the questions of the recall. */
final class Answers {

    private static final int UNITS_OF_A_PAGE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Api api;

    Answers(Api api) {
        this.api = api;
    }

    /**
     * A forward trace.
     *
     * @param first the first page, which has the totals
     * @param units the units of all pages
     * @param took until the first page was here
     */
    record Forward(Json first, List<Json> units, Duration took) {

        /** The serials of an item. */
        SortedSet<String> serials(String item) {
            SortedSet<String> serials = new TreeSet<>();
            for (Json unit : of(item)) {
                serials.add(unit.text("serial", ""));
            }
            return serials;
        }

        /** The units of an item. */
        List<Json> of(String item) {
            return units.stream()
                    .filter(unit -> unit.text("item", "").equals(item) && unit.get("serial") != null)
                    .toList();
        }

        /** How many pieces of an item stand at which outermost place. */
        SortedMap<String, Integer> places(String item) {
            SortedMap<String, Integer> places = new TreeMap<>();
            for (Json unit : of(item)) {
                places.merge(outermost(unit), 1, Integer::sum);
            }
            return places;
        }

        boolean isComplete() {
            return first.flag("complete");
        }
    }

    /** The place that a piece is at, whatever it is in. */
    static String outermost(Json unit) {
        List<Json> holdings = unit.list("holdings");
        return holdings.isEmpty() ? "?" : Names.outermost(holdings.getFirst());
    }

    /** Where the supplier's lot went. */
    Forward forward(String supplierLot, String item, String hosts) {
        List<Json> units = new ArrayList<>();
        long start = System.nanoTime();
        Json first = page(supplierLot, item, hosts, "");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        units.addAll(first.list("units"));
        String next = first.text("next");
        while (next != null) {
            Json page = page(supplierLot, item, hosts, next);
            units.addAll(page.list("units"));
            next = page.text("next");
        }
        return new Forward(first, List.copyOf(units), took);
    }

    private Json page(String supplierLot, String item, String hosts, String cursor) {
        Query query = Query.of("/api/v1/trace")
                .with("direction", "forward")
                .with("item", item)
                .with("supplierLot", supplierLot)
                .with("hosts", hosts)
                .with("limit", UNITS_OF_A_PAGE)
                .with("cursor", cursor.isEmpty() ? null : cursor);
        return api.need(Request.get(query.toString()).patient(PATIENCE)).json();
    }

    /** Where the supplier's lot went, with how much of it is where; all units. */
    Forward amounts(String supplierLot, String item) {
        List<Json> units = new ArrayList<>();
        long start = System.nanoTime();
        Query query = question(Query.of("/api/v1/trace"), supplierLot, item).with("amounts", "true");
        Json first = api.need(Request.get(query.with("limit", UNITS_OF_A_PAGE).toString())
                        .patient(PATIENCE))
                .json();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        units.addAll(first.list("units"));
        String next = first.text("next");
        while (next != null) {
            Query more = question(Query.of("/api/v1/trace"), supplierLot, item)
                    .with("amounts", "true")
                    .with("limit", UNITS_OF_A_PAGE)
                    .with("cursor", next);
            Json page = api.need(Request.get(more.toString()).patient(PATIENCE)).json();
            units.addAll(page.list("units"));
            next = page.text("next");
        }
        return new Forward(first, List.copyOf(units), took);
    }

    private static Query question(Query query, String supplierLot, String item) {
        return query.with("direction", "forward").with("item", item).with("supplierLot", supplierLot);
    }

    /** Serials of an item, as many as one page has. */
    List<String> serials(String item) {
        Query query = Query.of("/api/v1/units")
                .with("item", item)
                .with("kind", "serial")
                .with("limit", "1000");
        return api.need(Request.get(query.toString())).json().list("items").stream()
                .map(unit -> unit.text("serial", ""))
                .toList();
    }

    /** Has the reference work the answer out again, and compare it with the hash. */
    Json check(String supplierLot, String item, Json trace) {
        Json proof = trace.get("proof");
        Query query = question(Query.of("/api/v1/trace/check"), supplierLot, item)
                .with("hosts", "now")
                .with("knownAt", proof == null ? null : proof.text("seq"))
                .with("hash", proof == null ? null : proof.text("answerHash"));
        return api.need(Request.get(query.toString()).patient(PATIENCE)).json();
    }

    /** Why a unit is in the answer. */
    Json path(String supplierLot, String item, Json unit) {
        Query query = Query.of("/api/v1/trace/path")
                .with("direction", "forward")
                .with("item", item)
                .with("supplierLot", supplierLot)
                .with("unit", unit.text("unit", ""));
        return api.need(Request.get(query.toString()).patient(PATIENCE)).json();
    }

    /** What a code can mean. */
    Json lookup(String code) {
        return api.need(Request.get(
                        Query.of("/api/v1/lookup").with("code", code).toString()))
                .json();
    }

    /** The entries about a unit, oldest first. */
    List<Json> history(String unit) {
        List<Json> entries = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Query query = Query.of("/api/v1/units/" + Query.segment(unit) + "/history")
                    .with("cursor", cursor.isEmpty() ? null : cursor);
            Json page = api.need(Request.get(query.toString())).json();
            entries.addAll(page.list("items"));
            cursor = page.text("nextCursor");
        }
        return entries;
    }

    /** The id of a container; empty when there is none of that code. */
    String container(String code) {
        Json found = api.need(Request.get(
                        Query.of("/api/v1/units").with("container", code).toString()))
                .json();
        return found.list("items").isEmpty()
                ? ""
                : found.list("items").getFirst().text("id", "");
    }
}
