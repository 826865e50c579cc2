/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gozinto.recall.PublicRecalls;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.jspecify.annotations.Nullable;

/**
 * What was made of the published recalls, kept until those change. Visitors choose languages, and who asks without a
 * proxy even the server's name, so only the last few are kept. Safe for use by many threads.
 *
 * @param <K> all that the thing depends on beside the recalls
 */
final class CheckKept<K> {

    private static final int TAG_BYTES = 16;

    private final PublicRecalls recalls;
    private final int most;
    private volatile Shelf<K> shelf;

    /** @param most how many are kept at the most */
    CheckKept(PublicRecalls recalls, int most) {
        this.recalls = recalls;
        this.most = most;
        this.shelf = new Shelf<>(Long.MIN_VALUE, most);
    }

    /**
     * Something that was made.
     *
     * @param tag a weak entity tag of it (RFC 9110, section 8.8.3): it may be compressed on its way
     */
    record Made(byte[] bytes, String tag) {}

    /** What is kept of one revision of the recalls, the last one asked for at the end. */
    private static final class Shelf<K> {
        private final long revision;
        private final Map<K, Made> made;

        Shelf(long revision, int most) {
            this.revision = revision;
            this.made = new LinkedHashMap<>(most, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Made> eldest) {
                    return size() > most;
                }
            };
        }

        synchronized @Nullable Made get(K key) {
            return made.get(key);
        }

        synchronized void put(K key, Made value) {
            made.put(key, value);
        }
    }

    /** What is kept under the key, or what is made now of all recalls, newest first. */
    Made of(K key, Function<List<PublicRecall>, byte[]> maker) {
        Shelf<K> now = shelf;
        // Asked before the recalls themselves: what is made of newer ones is made once more, and never kept too long.
        long revision = recalls.revision();
        if (now.revision != revision) {
            now = new Shelf<>(revision, most);
            shelf = now;
        }
        Made kept = now.get(key);
        if (kept == null) {
            byte[] bytes = maker.apply(recalls.current());
            kept = new Made(bytes, tag(bytes));
            now.put(key, kept);
        }
        return kept;
    }

    private static String tag(byte[] bytes) {
        var digest = CheckListWriter.sha256();
        digest.update(bytes);
        return tag(digest);
    }

    /** The weak entity tag of what the digest has seen. */
    static String tag(MessageDigest digest) {
        return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + "\"";
    }
}
