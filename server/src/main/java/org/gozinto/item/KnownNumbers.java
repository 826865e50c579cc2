/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gozinto.identify.ItemKey;
import org.jspecify.annotations.Nullable;

/** Which items a number names. Read by many threads, changed by one at a time. */
final class KnownNumbers {

    private final Map<ItemKey, List<Long>> items = new ConcurrentHashMap<>();

    KnownNumbers() {}

    KnownNumbers(KnownNumbers original) {
        items.putAll(original.items);
    }

    List<Long> itemsOf(ItemKey key) {
        return items.getOrDefault(key, List.of());
    }

    /** Forgets the numbers that an item had and takes those that it has. */
    void replace(@Nullable Item before, Item after) {
        Set<ItemKey> now = new LinkedHashSet<>(after.keys());
        Set<ItemKey> gone = before == null ? Set.of() : new HashSet<>(before.keys());
        for (ItemKey key : gone) {
            if (!now.contains(key)) {
                items.computeIfPresent(key, (k, ids) -> without(ids, after.id()));
            }
        }
        for (ItemKey key : now) {
            if (!gone.contains(key)) {
                items.merge(key, List.of(after.id()), KnownNumbers::both);
            }
        }
    }

    private static @Nullable List<Long> without(List<Long> ids, long id) {
        List<Long> rest = ids.stream().filter(other -> other != id).toList();
        return rest.isEmpty() ? null : rest;
    }

    private static List<Long> both(List<Long> some, List<Long> more) {
        Set<Long> all = new java.util.TreeSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
