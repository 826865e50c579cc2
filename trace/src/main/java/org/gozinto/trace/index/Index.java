/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace.index;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.gozinto.trace.Entry;
import org.gozinto.trace.Named;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in memory for tracing. One thread at a time appends; any number ask, each on a {@link View} that no longer
 * changes. What is new is listed in a short stretch of its own at once; stretches of like length are made one, the long
 * ones by the given executor while they still answer.
 */
public final class Index {

    /** A stretch is joined with those after it when it has no more than so many times their rows. */
    private static final int LIKE_LENGTH = 8;

    /** Rows of a stretch that is listed again while the appender waits. */
    private static final int SHORT = 1 << 15;

    private final Executor background;
    private final Columns columns;
    private final Scratch.Pool scratch = new Scratch.Pool();
    private volatile View view;
    private Named names;
    /** The last of those that are being joined. */
    private @Nullable Stretch joining;

    /**
     * An index of an empty ledger.
     *
     * @param background runs the work of joining long stretches
     */
    public Index(Named names, Executor background) {
        this(names, background, new Columns(), List.of());
    }

    private Index(Named names, Executor background, Columns columns, List<Stretch> stretches) {
        this.names = names;
        this.background = background;
        this.columns = columns;
        this.view = new View(names, columns, columns.size(), List.copyOf(stretches), scratch);
    }

    /** The index that has taken what is in these columns and lists; joining them goes on where it was. */
    static Index resumed(Named names, Executor background, Columns columns, List<Stretch> stretches) {
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
    public synchronized void rename(Named others) {
        names = others;
        show(view.stretches());
    }

    private void show(List<Stretch> stretches) {
        view = new View(names, columns, columns.size(), List.copyOf(stretches), scratch);
    }

    // What is being joined in the background stays as it is until that is done.
    private void joinShort(List<Stretch> stretches) {
        int count = stretches.size();
        while (count > 1 && stretches.get(count - 2) != joining && isWorthIt(stretches, count - 2)) {
            Stretch last = stretches.removeLast();
            Stretch earlier = stretches.removeLast();
            stretches.add(Stretch.of(columns, earlier.from(), last.to()));
            count--;
        }
    }

    private static boolean isWorthIt(List<Stretch> stretches, int earlier) {
        long rows = stretches.get(earlier).rows();
        long more = stretches.get(earlier + 1).rows();
        return rows <= LIKE_LENGTH * more && rows + more <= SHORT;
    }

    /** The oldest stretch that is not much longer than all after it together, or -1. */
    private static int firstToJoin(List<Stretch> stretches) {
        int first = -1;
        long after = 0;
        for (int i = stretches.size() - 1; i >= 0; i--) {
            int rows = stretches.get(i).rows();
            if (i < stretches.size() - 1 && rows <= LIKE_LENGTH * after && rows + after > SHORT) {
                first = i;
            }
            after += rows;
        }
        return first;
    }

    // They are listed together without the lock: neither they nor their rows change.
    private void joinLong() {
        List<Stretch> stretches = view.stretches();
        int first = joining == null ? firstToJoin(stretches) : -1;
        if (first < 0) {
            return;
        }
        List<Stretch> chosen = stretches.subList(first, stretches.size());
        joining = chosen.getLast();
        background.execute(() -> {
            Stretch joined = null;
            try {
                joined = Stretch.of(
                        columns, chosen.getFirst().from(), chosen.getLast().to());
            } finally {
                replace(chosen, joined);
            }
        });
    }

    private synchronized void replace(List<Stretch> chosen, @Nullable Stretch joined) {
        joining = null;
        if (joined == null) {
            return;
        }
        List<Stretch> stretches = new ArrayList<>(view.stretches());
        int at = stretches.indexOf(chosen.getFirst());
        stretches.subList(at, at + chosen.size()).clear();
        stretches.add(at, joined);
        show(stretches);
        joinLong();
    }

    /** What the index has taken, as of now. */
    public View view() {
        return view;
    }
}
