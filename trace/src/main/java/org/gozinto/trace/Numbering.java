/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.util.Arrays;

/**
 * Dense numbers for some of the ids of a book, in the order of the ids. A bit stands for each id, and only the pages of
 * bits that have one are there: what a small question asks takes little, what a large one asks a bit and a half an id.
 * Sample: of the ids 7, 900 and 901 the numbers are 0, 1 and 2.
 */
public final class Numbering {

    private static final int PAGE_BITS = 10;
    private static final int WORDS = 1 << PAGE_BITS - 6;

    /** One more than the number of a page, 0 where there is none. */
    private final int[] pages;

    private long[] words = new long[WORDS * 4];
    private int opened;
    /** How many ids come before each word; empty until they are numbered. */
    private int[] before = new int[0];

    private int[] ids = new int[0];

    /** Numbers nothing yet; ids are below {@code limit}. */
    public Numbering(int limit) {
        this.pages = new int[(limit >>> PAGE_BITS) + 1];
    }

    /** Takes an id; says whether it is a new one. */
    public boolean add(int id) {
        int page = pages[id >>> PAGE_BITS];
        int word = ((page == 0 ? open(id >>> PAGE_BITS) : page) - 1) * WORDS + (id >>> 6 & WORDS - 1);
        long old = words[word];
        words[word] = old | 1L << id;
        return words[word] != old;
    }

    private int open(int at) {
        if (opened * WORDS == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        pages[at] = ++opened;
        return opened;
    }

    /** Gives the numbers, once all ids were taken. */
    public void number() {
        before = new int[opened * WORDS];
        int count = 0;
        for (int page : pages) {
            for (int word = (page - 1) * WORDS; page > 0 && word < page * WORDS; word++) {
                before[word] = count;
                count += Long.bitCount(words[word]);
            }
        }
        ids = new int[count];
        int next = 0;
        for (int at = 0; at < pages.length; at++) {
            for (int i = 0; pages[at] > 0 && i < WORDS; i++) {
                for (long rest = words[(pages[at] - 1) * WORDS + i]; rest != 0; rest &= rest - 1) {
                    ids[next++] = (at << PAGE_BITS) + (i << 6) + Long.numberOfTrailingZeros(rest);
                }
            }
        }
    }

    /** The number of an id, -1 when it was not taken. */
    public int of(int id) {
        int page = id < 0 || id >>> PAGE_BITS >= pages.length ? 0 : pages[id >>> PAGE_BITS];
        if (page == 0) {
            return -1;
        }
        int word = (page - 1) * WORDS + (id >>> 6 & WORDS - 1);
        long bit = 1L << id;
        return (words[word] & bit) == 0 ? -1 : before[word] + Long.bitCount(words[word] & bit - 1);
    }

    /** The id that has a number. */
    public int id(int number) {
        return ids[number];
    }

    public int size() {
        return ids.length;
    }
}
