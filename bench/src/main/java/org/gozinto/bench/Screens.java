/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/** Uses the screens in a real browser over a book that has many serials, and takes the times that a person sees. */
final class Screens {

    private static final String CUSTOMER = "SHOP";
    private static final int WARM_UP = 20;

    private final Lab lab;
    private final Table scans = new Table(
            "From Enter to", "scans", "p50 ms", "p99 ms", "most ms", "p50, first 100", "p50, last 100", "server p50");
    private final Table visits =
            new Table("Page of a lot", "movements", "visits", "median ms", "least", "most", "server");
    private final LongList list;
    private final Table bytes = new Table("First load of", "program kB", "typefaces kB", "answers kB", "requests");
    private final Gaps gaps = new Gaps();

    Screens(Lab lab) {
        this.lab = lab;
        this.list = new LongList(lab.scale().screens().pages());
    }

    String run() throws IOException, SQLException, InterruptedException {
        String browser;
        try (var chromium = Chromium.start()) {
            browser = "Chromium " + chromium.version() + " without a window, 1440 × 900.";
            for (Engine engine : lab.settings().engines()) {
                Lab.say("screens: %s", engine.title());
                lab.serving(engine, "screens", server -> {
                    String lot = prepare(server);
                    use(engine, server, chromium, lot);
                    return true;
                });
            }
        }
        return String.join("\n", browser, "", scans + "", visits + "", list + "", bytes + "", gaps + "");
    }

    /** Fills the book; the answer is the id of the lot that moved much. */
    private String prepare(Server server) throws IOException, InterruptedException {
        Chromium.user(server);
        server.master("partners", "{\"code\":\"" + CUSTOMER + "\",\"name\":\"Shop\",\"roles\":[\"customer\"]}");
        var acts = new Acts();
        Bulk.fill(server, acts, lab.scale().serials());
        return MovedLot.make(server, acts, lab.scale().screens().movements());
    }

    private void use(Engine engine, Server server, Chromium chromium, String lot) {
        if (bytes.isEmpty()) {
            FirstLoad.measure(server, chromium, bytes);
        }
        int known = lab.scale().serials();
        var random = new Random(7);
        IntFunction<String> anyKnown = i -> Acts.serial(random.nextInt(known));
        try (BrowserContext visitor = chromium.visitor(server)) {
            Page page = visitor.newPage();
            task(engine, page, "receive", List.of("ACME", "A-01", Acts.ITEM), i -> Acts.serial(known + i));
            // Neighbours in steps, so that none comes twice.
            int step = Math.max(1, known / (lab.scale().screens().scans() + WARM_UP));
            task(engine, page, "ship", List.of(CUSTOMER), i -> Acts.serial(i * step));
            answers(engine, page, anyKnown);
            lotPage(engine, page, lot);
        }
        try (BrowserContext visitor = chromium.visitor(server)) {
            list.measure(engine, visitor.newPage(), gaps);
        }
    }

    /** Puts a task together by scanning: the head first, then pieces, each when the one before has its verdict. */
    private void task(Engine engine, Page page, String task, List<String> head, IntFunction<String> codes) {
        Chromium.go(page, "/tasks/" + task);
        for (String code : head) {
            page.locator(".scan-panel").waitFor();
            scan(page, List.of(), code);
            page.waitForTimeout(400);
        }
        List<Stopwatch.Seen> seen = scans(page, List.of("echo", "verdict"), codes);
        for (Stopwatch.Seen one : seen) {
            if (!one.state().equals("ok")) {
                throw new IllegalStateException("a scan at " + task + " is " + one.state());
            }
        }
        row(engine.title() + ", " + task + ": number on screen", seen, 0, false);
        double p99 = row(engine.title() + ", " + task + ": verdict on screen", seen, 1, true);
        gaps.atMost(
                "scan → verdict in the browser, " + task + ", p99, here "
                        + Table.number((long) lab.scale().serials()) + " serials, " + engine.title(),
                100,
                p99,
                " ms");
    }

    private void answers(Engine engine, Page page, IntFunction<String> codes) {
        Chromium.go(page, "/lookup");
        page.locator("h1").waitFor();
        List<Stopwatch.Seen> seen = scans(page, List.of("heading"), codes);
        row(engine.title() + ", look up: page of the serial", seen, 0, true);
    }

    private List<Stopwatch.Seen> scans(Page page, List<String> names, IntFunction<String> codes) {
        List<Stopwatch.Seen> seen = new ArrayList<>();
        for (int i = 0; i < lab.scale().screens().scans() + WARM_UP; i++) {
            Stopwatch.Seen one = scan(page, names, codes.apply(i));
            if (i >= WARM_UP) {
                seen.add(one);
            }
        }
        return seen;
    }

    /** Types as a scanner does: fast, and Enter at the end. */
    private static Stopwatch.Seen scan(Page page, List<String> names, String code) {
        Stopwatch.arm(page, names, code);
        page.keyboard().type(code);
        page.keyboard().press("Enter");
        return names.isEmpty() ? Stopwatch.Seen.NOTHING : Stopwatch.seen(page);
    }

    private double row(String title, List<Stopwatch.Seen> seen, int thing, boolean server) {
        List<Double> ms = seen.stream().map(s -> s.ms().get(thing)).toList();
        int part = Math.min(100, ms.size() / 2);
        double p99 = share(ms, 0.99);
        scans.row(
                title,
                Table.number((long) ms.size()),
                Table.number(share(ms, 0.5)),
                Table.number(p99),
                Table.number(share(ms, 1)),
                Table.number(share(ms.subList(0, part), 0.5)),
                Table.number(share(ms.subList(ms.size() - part, ms.size()), 0.5)),
                server
                        ? Table.number(
                                share(seen.stream().map(Stopwatch.Seen::waited).toList(), 0.5))
                        : "–");
        Lab.say("%s: p50 %.1f ms, p99 %.1f ms", title, share(ms, 0.5), p99);
        return p99;
    }

    private void lotPage(Engine engine, Page page, String lot) {
        String path = "/units/" + lot;
        List<Stopwatch.Seen> inside = new ArrayList<>();
        List<Stopwatch.Seen> byAddress = new ArrayList<>();
        for (int i = 0; i <= lab.scale().screens().visits(); i++) {
            // A new document each time: what the one before knew of the lot is gone.
            Chromium.go(page, "/lookup?kind=lot");
            var link = page.locator("a[href='" + path + "']").first();
            link.waitFor();
            page.waitForTimeout(300);
            Stopwatch.arm(page, List.of("unit"), "");
            link.click();
            Stopwatch.Seen clicked = Stopwatch.seen(page);
            Chromium.go(page, path);
            Stopwatch.Seen opened = Stopwatch.seen(page);
            page.waitForTimeout(100);
            if (i > 0) {
                inside.add(clicked);
                byAddress.add(opened);
            }
        }
        visited(engine, "by a link of the program", inside);
        visited(engine, "by its address, scripts in the browser's cache", byAddress);
    }

    private void visited(Engine engine, String how, List<Stopwatch.Seen> seen) {
        List<Double> ms = seen.stream().map(Stopwatch.Seen::last).toList();
        String movements = Table.number((long) lab.scale().screens().movements());
        double median = share(ms, 0.5);
        visits.row(
                engine.title() + ", " + how,
                movements,
                Table.number((long) ms.size()),
                Table.number(median),
                Table.number(share(ms, 0)),
                Table.number(share(ms, 1)),
                Table.number(share(seen.stream().map(Stopwatch.Seen::waited).toList(), 0.5)));
        Lab.say("%s: %.0f ms; the last: %s", how, median, seen.getLast().requests());
        gaps.atMost(
                "lot page " + how + ", median, here " + movements + " movements, " + engine.title(),
                300,
                median,
                " ms");
    }

    /** What the given share of them did not exceed. */
    static double share(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        int at = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Double.NaN : sorted.get(Math.clamp(at, 0, sorted.size() - 1));
    }
}
