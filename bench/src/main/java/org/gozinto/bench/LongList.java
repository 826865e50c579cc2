/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Flings the wheel over the list of all serials, and watches every frame of it. */
final class LongList {

    /** Rows that the screens ask for at once. */
    private static final int PAGE_ROWS = 200;

    /** One fling: the wheel turns this often, this far, and the finger goes back. */
    private static final int TURNS = 12;

    private static final int TURN_PX = 700;
    private static final int TURN_MS = 16;
    private static final int BACK_MS = 120;
    private static final int IDLE_FLINGS_MAX = 100;

    /**
     * Notes the length of each frame, and how long the lowest line of the box has no row to show. Rows have a link to
     * their unit; one that is still being asked for has none.
     */
    private static final String WATCH = """
            () => {
              const table = document.querySelector('main table')
              let box = table
              while (!['auto', 'scroll'].includes(getComputedStyle(box).overflowY)) box = box.parentElement
              const seen = window.flung = { frames: [], waits: [], row: 0 }
              let before = performance.now()
              let since = null
              const look = now => {
                seen.frames.push(now - before)
                before = now
                const rows = table.tBodies[0].rows
                let last = rows.length - 1
                while (last >= 0 && rows[last].querySelector('a') === null) last--
                seen.row = last < 0 ? seen.row : Number(rows[last].getAttribute('aria-rowindex'))
                const full = last >= 0
                  && rows[last].getBoundingClientRect().bottom >= box.getBoundingClientRect().bottom - 1
                if (!full && since === null) since = now
                if (full && since !== null) {
                  seen.waits.push(now - since)
                  since = null
                }
                requestAnimationFrame(look)
              }
              requestAnimationFrame(look)
            }
            """;

    private final int pages;
    private final Table table = new Table(
            "List of all serials",
            "rows",
            "waits for rows",
            "p50 ms",
            "p99 ms",
            "frames",
            "> 50 ms",
            "longest ms",
            "rows in the page",
            "elements",
            "heap MiB, start",
            "end");

    LongList(int pages) {
        this.pages = pages;
    }

    void measure(Engine engine, Page page, Gaps gaps) {
        Chromium.go(page, "/lookup?kind=serial");
        page.locator("main tbody a").first().waitFor();
        double before = Chromium.heapMib(page);
        page.evaluate(WATCH);
        page.locator("main tbody tr").nth(5).hover();
        long row = fling(page);
        Map<?, ?> flung = (Map<?, ?>) page.evaluate("() => window.flung");
        List<Double> frames = numbers(flung.get("frames"));
        List<Double> waits = numbers(flung.get("waits"));
        long slow = frames.stream().filter(ms -> ms > 50).count();
        long rows = page.locator("main tbody tr").count();
        double after = Chromium.heapMib(page);
        table.row(
                engine.title(),
                Table.number(row),
                Table.number((long) waits.size()),
                Table.number(Screens.share(waits, 0.5)),
                Table.number(Screens.share(waits, 0.99)),
                Table.number((long) frames.size()),
                Table.number(slow),
                Table.number(Screens.share(frames, 1)),
                Table.number(rows),
                Table.number((long) page.locator("*").count()),
                Table.number(before),
                Table.number(after));
        Lab.say("list: %d waits, p99 %.0f ms, %d frames > 50 ms", waits.size(), Screens.share(waits, 0.99), slow);
        gaps.atMost("rows in the page after " + Table.number(row) + ", " + engine.title(), 200, rows, "");
    }

    private long fling(Page page) {
        long wanted = (long) pages * PAGE_ROWS;
        long at = 0;
        int idle = 0;
        while (at < wanted) {
            for (int i = 0; i < TURNS; i++) {
                page.mouse().wheel(0, TURN_PX);
                page.waitForTimeout(TURN_MS);
            }
            page.waitForTimeout(BACK_MS);
            long now = ((Number) page.evaluate("() => window.flung.row")).longValue();
            idle = now > at ? 0 : idle + 1;
            if (idle > IDLE_FLINGS_MAX) {
                throw new IllegalStateException("the list ends at row " + now);
            }
            at = now;
        }
        return at;
    }

    private static List<Double> numbers(@Nullable Object list) {
        return list instanceof List<?> values
                ? values.stream().map(v -> ((Number) v).doubleValue()).toList()
                : List.of();
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
