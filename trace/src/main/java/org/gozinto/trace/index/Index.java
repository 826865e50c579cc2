/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.gozinto.trace.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in memory for tracing. One thread at a time appends; any number ask, each on a {@link View} that no longer
 * changes. What is new is listed in a short stretch of its own at once; stretches of like length are made one, the long
 * ones by the given executor while the short ones answer.
 */
public final class Index {

    /** A stretch is joined to the one before it while that has no more than so many times its rows. */
    private static final int LIKE_LENGTH = 8;

    /** Rows of a stretch that is listed again while the appender waits. */
    private static final int SHORT = 1 << 15;

    private final Executor background;
    private final Columns columns;
    private final Scratch.Pool scratch = new Scratch.Pool();
    private volatile View view;
    private Names names;
    private boolean joining;

    /**
     * An index of an empty ledger.
     *
     * @param background runs the work of joining long stretches
     */
    public Index(Names names, Executor background) {
        this(names, background, new Columns(), List.of());
    }

    private Index(Names names, Executor background, Columns columns, List<Stretch> stretches) {
        this.names = names;
        this.background = background;
        this.columns = columns;
        this.view = new View(names, columns, columns.size(), List.copyOf(stretches), scratch);
    }

    /** The index that has taken what is in these columns and lists; joining them goes on where it was. */
    static Index resumed(Names names, Executor background, Columns columns, List<Stretch> stretches) {
        var index = new Index(names, background, columns, stretches);
        synchronized (index) {
            index.joinLong();
        }
        return index;
    }

    /**
     * Takes entries that follow those it has, without gaps; with them the units and places up to the given counts.
     *
     * @throws IllegalArgumentException when an entry does not follow; those before it were taken
     */
    public synchronized void append(List<Entry> fresh, int units, int places) {
        Columns.Size before = columns.size();
        for (int unit = before.units(); unit < units; unit++) {
            columns.add(names.unit(unit));
        }
        for (int place = before.places(); place < places; place++) {
            columns.add(names.place(place));
        }
        try {
            fresh.forEach(columns::add);
        } finally {
            List<Stretch> stretches = new ArrayList<>(view.stretches());
            stretches.add(Stretch.of(columns, before, columns.size()));
            joinShort(stretches);
            show(stretches);
            joinLong();
        }
    }

    /** Lets views from now on, but none that is out, name units and places by these. */
    public synchronized void rename(Names others) {
        names = others;
        show(view.stretches());
    }

    private void show(List<Stretch> stretches) {
        view = new View(names, columns, columns.size(), List.copyOf(stretches), scratch);
    }

    private void joinShort(List<Stretch> stretches) {
        while (wantsJoin(stretches) && rowsOfLastTwo(stretches) <= SHORT) {
            Stretch last = stretches.removeLast();
            Stretch earlier = stretches.removeLast();
            stretches.add(Stretch.of(columns, earlier.from(), last.to()));
        }
    }

    private static boolean wantsJoin(List<Stretch> stretches) {
        int count = stretches.size();
        return count > 1
                && stretches.get(count - 2).rows()
                        <= LIKE_LENGTH * (long) stretches.get(count - 1).rows();
    }

    private static long rowsOfLastTwo(List<Stretch> stretches) {
        int count = stretches.size();
        return (long) stretches.get(count - 2).rows() + stretches.get(count - 1).rows();
    }

    // The two are listed together without the lock: neither they nor their rows change.
    private void joinLong() {
        List<Stretch> stretches = view.stretches();
        if (joining || !wantsJoin(stretches)) {
            return;
        }
        joining = true;
        Stretch earlier = stretches.get(stretches.size() - 2);
        Stretch last = stretches.getLast();
        background.execute(() -> {
            Stretch joined = null;
            try {
                joined = Stretch.of(columns, earlier.from(), last.to());
            } finally {
                replace(earlier, last, joined);
            }
        });
    }

    private synchronized void replace(Stretch earlier, Stretch last, @Nullable Stretch joined) {
        joining = false;
        if (joined == null) {
            return;
        }
        List<Stretch> stretches = new ArrayList<>(view.stretches());
        int at = stretches.indexOf(earlier);
        stretches.set(at, joined);
        stretches.remove(last);
        show(stretches);
        joinLong();
    }

    /** What the index has taken, as of now. */
    public View view() {
        return view;
    }
}
