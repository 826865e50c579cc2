/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.gozinto.item.Items;
import org.gozinto.ledger.RefusedException;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches complaints with units that came to be known after them. It looks before each list is read, from where it was
 * the last time, so that a list is right whenever it is asked for. Safe for use by many threads.
 */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final String UNIT = "unit";
    private static final String SEQ = "seq";

    /** With more new units than this it is quicker to begin with what was said. */
    private static final long FEW_UNITS = 5_000;

    /** It is written down how far it looked when it found something, or after so many units. */
    private static final long UNITS_A_NOTE = 50_000;

    private static final int WITHOUT_ITEM_MAX = 10_000;
    private static final int TRIES = 3;

    private final QualityBook<Step> book;
    private final ComplaintStore store;
    private final Rows rows;
    private final Items items;
    private final ReentrantLock following = new ReentrantLock();
    private long unit = -1;
    private long seq;
    private long noted;
    private long masters = -1;

    Follower(QualityBook<Step> book, ComplaintStore store, Rows rows, Items items) {
        this.book = book;
        this.store = store;
        this.rows = rows;
        this.items = items;
    }

    /** Looks at what is new. Where the book cannot be written now, it is tried again the next time. */
    void follow() {
        following.lock();
        try {
            look();
        } catch (RefusedException e) {
            LOG.debug("complaints are matched later: {}", e.getMessage());
        } finally {
            following.unlock();
        }
    }

    private void look() {
        if (unit < 0) {
            unit = store.seen(UNIT);
            seq = store.seen(SEQ);
            noted = unit;
        }
        long lastSeq = store.lastSeq();
        long lastUnit = store.lastUnit();
        long changes = items.changes();
        if (lastSeq == seq && lastUnit == unit && changes == masters) {
            return;
        }
        Set<Long> touched = new LinkedHashSet<>();
        if (lastUnit > unit) {
            touched.addAll(store.named(unit, lastUnit - unit <= FEW_UNITS));
        }
        if (lastSeq > seq) {
            touched.addAll(store.supplied(seq));
        }
        if (changes != masters) {
            touched.addAll(store.withoutItem(WITHOUT_ITEM_MAX));
        }
        touched.forEach(this::rematch);
        unit = lastUnit;
        seq = lastSeq;
        masters = changes;
        if (!touched.isEmpty() || unit - noted > UNITS_A_NOTE) {
            store.see(Map.of(UNIT, unit, SEQ, seq));
            noted = unit;
        }
    }

    private void rematch(long number) {
        for (int i = 0; i < TRIES; i++) {
            File<Step> file = book.byNumber(number);
            if (file == null) {
                return;
            }
            Complaint complaint = Complaint.of(steps(file));
            Rows.Made made = rows.of(number, complaint);
            if (store.rematch(made.row(), made.wanted(), file.last())) {
                return;
            }
        }
        LOG.warn("complaint {} changes too fast to be matched; it is matched with its next step", number);
    }

    static List<Step> steps(File<Step> file) {
        return file.all(Step.class).toList();
    }
}
