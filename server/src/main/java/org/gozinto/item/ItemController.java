/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

@RestController
@RequestMapping("/api/v1/items")
@Tag(name = "Items")
class ItemController {

    private final Items items;
    private final MasterChanges changes;

    ItemController(Items items, MasterChanges changes) {
        this.items = items;
        this.changes = changes;
    }

    @PostMapping
    @Operation(summary = "Make a new item")
    ResponseEntity<ItemBody> create(@AuthenticationPrincipal Actor actor, @RequestBody ItemBody body) {
        actor.require(Permission.MASTERS);
        Item item = items.create(body, actor.name());
        var location = URI.create("/api/v1/items/" + UriUtils.encodePathSegment(item.code(), "UTF-8"));
        return ResponseEntity.created(location).eTag(etag(item)).body(ItemBody.of(item));
    }

    @PutMapping("/{code}")
    @Operation(summary = "Change an item: the whole new record")
    ResponseEntity<ItemBody> change(
            @AuthenticationPrincipal Actor actor,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ItemBody body) {
        actor.require(Permission.MASTERS);
        Item item = items.change(code, body, Paging.version(ifMatch), actor.name());
        return ResponseEntity.ok().eTag(etag(item)).body(ItemBody.of(item));
    }

    @GetMapping("/{code}")
    @Operation(summary = "One item")
    ResponseEntity<ItemBody> get(@PathVariable String code) {
        Item item = items.existing(code);
        return ResponseEntity.ok().eTag(etag(item)).body(ItemBody.of(item));
    }

    @GetMapping("/{code}/changes")
    @Operation(summary = "What the item was after each change")
    List<MasterChanges.Change> changes(@PathVariable String code) {
        items.existing(code);
        return changes.of("item", code);
    }

    @GetMapping
    @Operation(summary = "Items in the order of their codes")
    Page<ItemBody> page(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var page = items.page(Paging.after(cursor), q, Paging.limit(limit));
        return new Page<>(page.items().stream().map(ItemBody::of).toList(), Paging.cursor(page.nextCursor()));
    }

    private static String etag(Item item) {
        return "\"" + item.version() + "\"";
    }
}
