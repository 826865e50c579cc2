/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.unit.NumberStore.Numbered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Numbers")
class NumberController {

    private final Numbers numbers;
    private final NumberStore store;
    private final Items items;

    NumberController(Numbers numbers, NumberStore store, Items items) {
        this.numbers = numbers;
        this.store = store;
        this.items = items;
    }

    /** A block with its numbers. */
    record Taken(
            String block,
            String item,
            NumberKind kind,
            @Nullable String lot,
            @Nullable String supplier,
            String first,
            String last,
            long count,
            List<String> numbers) {

        static Taken of(Numbers.Made made) {
            NumberBlock block = made.block();
            return new Taken(
                    block.block(),
                    block.item(),
                    block.kind(),
                    block.lot(),
                    block.supplier(),
                    block.first(),
                    block.last(),
                    block.count(),
                    made.numbers());
        }
    }

    /**
     * A number of a list.
     *
     * @param reason why it is void; it stays when a piece turned up with it
     */
    record Listed(
            String number,
            String block,
            NumberState state,
            @Nullable String reason) {}

    @PostMapping("/api/v1/numbers")
    @Operation(summary = "Reserve numbers by the item's template, as one block without gaps")
    ResponseEntity<Taken> take(@AuthenticationPrincipal Actor actor, @RequestBody NumberRequests.Order order) {
        actor.require(Permission.NUMBERS);
        return answer(numbers.take(order, actor.name()));
    }

    @PostMapping("/api/v1/numbers:adopt")
    @Operation(summary = "Take over ranges of a supplier's numbers")
    ResponseEntity<Taken> adopt(@AuthenticationPrincipal Actor actor, @RequestBody NumberRequests.Adoption adoption) {
        actor.require(Permission.NUMBERS);
        return answer(numbers.adopt(adoption, actor.name()));
    }

    private static ResponseEntity<Taken> answer(Numbers.Made made) {
        var location = URI.create("/api/v1/number-blocks/" + made.block().block());
        return made.repeated()
                ? ResponseEntity.ok().location(location).body(Taken.of(made))
                : ResponseEntity.created(location).body(Taken.of(made));
    }

    @PostMapping("/api/v1/numbers:void")
    @Operation(summary = "Void reserved or printed numbers: they are never given again")
    Numbers.Voided voidNumbers(@AuthenticationPrincipal Actor actor, @RequestBody NumberRequests.Voiding voiding) {
        actor.require(Permission.NUMBERS);
        return numbers.voidNumbers(voiding, actor.name());
    }

    /** Which numbers of a list. */
    record ListQuery(
            @Nullable String item,
            @Nullable String kind,
            @Nullable String block,
            @Nullable String state,
            @Nullable String prefix,
            @Nullable String cursor,
            @Nullable Integer limit) {}

    @GetMapping("/api/v1/numbers")
    @Operation(summary = "Reserved numbers: of a block in its order, or of an item and kind in the order of characters")
    Page<Listed> list(@AuthenticationPrincipal Actor actor, @ModelAttribute ListQuery query) {
        actor.require(Permission.READ);
        int limit = Paging.limit(query.limit());
        if (query.block() != null) {
            return ofBlock(query, query.block(), limit);
        }
        if (query.item() == null || query.kind() == null) {
            throw Paging.badParameter(query.item() == null ? "item" : "kind", "is missing", "item and kind, or block");
        }
        NumberState state = NumberState.of(query.state());
        if (query.state() != null && state == null) {
            throw Paging.badParameter("state", "is " + query.state(), "reserved, printed, commissioned or void");
        }
        Item item = items.existing(query.item());
        var by = new NumberStore.Narrowing(item.id(), kind(query.kind()), state, query.prefix(), after(query.cursor()));
        List<Numbered> found = store.list(by, limit + 1);
        return page(found, limit, n -> n.issuerId() + ":" + n.number());
    }

    private Page<Listed> ofBlock(ListQuery query, String block, int limit) {
        if (query.state() != null || query.prefix() != null) {
            throw Paging.badParameter(
                    query.state() != null ? "state" : "prefix", "does not go with block", "block alone");
        }
        long n = numbers.existing(block).n();
        long after = query.cursor() == null ? -1 : Paging.afterNumber(query.cursor());
        return page(store.ofBlock(n, after, limit + 1), limit, last -> String.valueOf(last.n()));
    }

    private static @Nullable Numbered after(@Nullable String cursor) {
        String key = Paging.after(cursor);
        if (key == null) {
            return null;
        }
        int colon = key.indexOf(':');
        try {
            return new Numbered(
                    0, 0, Long.parseLong(key.substring(0, Math.max(0, colon))), key.substring(colon + 1), false, 0, 0);
        } catch (NumberFormatException e) {
            throw Paging.badParameter("cursor", "is not one of ours", "the nextCursor of the page before");
        }
    }

    private Page<Listed> page(List<Numbered> found, int limit, java.util.function.Function<Numbered, String> key) {
        List<Numbered> shown = found.size() > limit ? found.subList(0, limit) : found;
        var blocks = store.ids(shown.stream().map(Numbered::block).collect(Collectors.toSet()));
        var reasons = store.reasons(
                shown.stream().map(Numbered::voidN).filter(v -> v != 0).collect(Collectors.toSet()));
        var listed = shown.stream()
                .map(n -> new Listed(n.number(), blocks.getOrDefault(n.block(), ""), n.state(), reasons.get(n.voidN())))
                .toList();
        return new Page<>(listed, found.size() > limit ? Paging.cursor(key.apply(found.get(limit - 1))) : null);
    }

    @GetMapping("/api/v1/number-blocks")
    @Operation(summary = "Blocks of numbers, newest first")
    Page<NumberBlock> blocks(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        actor.require(Permission.READ);
        int most = Paging.limit(limit);
        Long itemId = item == null ? null : items.existing(item).id();
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        var found = store.blocks(itemId, kind == null ? null : kind(kind), before, most + 1);
        var shown = (found.size() > most ? found.subList(0, most) : found)
                .stream().map(NumberStore.Kept::shown).toList();
        return new Page<>(
                shown,
                found.size() > most
                        ? Paging.cursor(String.valueOf(found.get(most - 1).n()))
                        : null);
    }

    @GetMapping("/api/v1/number-blocks/{block}")
    @Operation(summary = "One block of numbers; its numbers are listed by GET /numbers?block=")
    NumberBlock block(@AuthenticationPrincipal Actor actor, @PathVariable String block) {
        actor.require(Permission.READ);
        return numbers.existingBlock(block);
    }

    static NumberKind kind(@Nullable String word) {
        NumberKind kind = NumberKind.of(word);
        if (kind == null) {
            throw Paging.badParameter("kind", "is " + word, "lot or serial");
        }
        return kind;
    }
}
