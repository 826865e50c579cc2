/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.text.Names;
import org.gozinto.cli.text.Screen;
import org.gozinto.cli.text.Table;
import org.gozinto.simulator.Hosts;
import org.gozinto.simulator.Master;
import org.gozinto.simulator.Reach;
import org.gozinto.simulator.ScooterMaker;
import org.gozinto.simulator.ScooterTruth;
import org.gozinto.simulator.Story;
import org.jspecify.annotations.Nullable;

/** A supplier's letter, and what Gozinto makes of it. */
final class RecallStory {

    private static final String PACK = "PACK-36V";
    private static final String SCOOTER = "SCOOTER-S1";
    private static final String MARGIN = "  ";
    private static final int ROWS = 7;

    /** A number of the right form that no scooter has. */
    private static final String INVENTED = "ES99999999";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private final Api api;
    private final Screen screen;
    private final ClientIds ids;
    private final Story story;
    private final ScooterTruth truth;
    private final Map<String, String> partners;
    private final Set<String> bins;
    private final Answers answers;

    RecallStory(Api api, Screen screen, ClientIds ids, ScooterMaker maker, ScooterTruth truth) {
        this.api = api;
        this.screen = screen;
        this.ids = ids;
        this.story = maker.story();
        this.truth = truth;
        this.answers = new Answers(api);
        List<Master> masters = maker.masters();
        this.partners = masters.stream()
                .filter(master -> master.kind() == Master.Kind.PARTNERS)
                .collect(Collectors.toMap(RecallStory::code, RecallStory::name));
        this.bins = masters.stream()
                .filter(master -> "bin".equals(master.body().get("kind")))
                .map(RecallStory::code)
                .collect(Collectors.toSet());
    }

    /** What the story leaves behind: commands to try on its own numbers, the case, and what did not fit the truth. */
    record End(
            List<String> differences,
            @Nullable String scooter,
            @Nullable String pack,
            String recall) {}

    private static String code(Master master) {
        return String.valueOf(master.body().get("code"));
    }

    private static String name(Master master) {
        return String.valueOf(master.body().get("name"));
    }

    /** Tells it from the letter to the verified ledger. */
    End tell() {
        letter();
        meaning();
        Answers.Forward now = answers.forward(story.supplierLot(), story.item(), Hosts.NOW.word());
        Answers.Forward ever = answers.forward(story.supplierLot(), story.item(), Hosts.EVER.word());
        reached(now, ever);
        whereabouts(now);
        consignees(now);
        Evidence evidence = new Evidence(api, screen, ids, answers, story);
        evidence.amounts();
        evidence.freeze(now.first());
        Json explained = explained(now);
        RecallDesk desk = recall(now);
        evidence.evaluate();
        publicAnswers(desk, now);
        List<String> differences = compare(now, ever);
        String scooter = explained == null ? null : explained.text("serial");
        String pack = now.serials(PACK).isEmpty() ? null : now.serials(PACK).getFirst();
        return new End(differences, scooter, pack, desk.number());
    }

    private void letter() {
        title("The letter");
        String supplier = partners.getOrDefault(story.supplier(), story.supplier());
        say(DAY.format(story.reportedOn()) + ". " + supplier + " writes: \"Our cell lot " + story.supplierLot()
                + " can short-circuit. Please stop using it, and tell us where it went.\"");
        say("The question: which battery packs and scooters have these cells, and who has them now?");
    }

    private void meaning() {
        title("What is " + story.supplierLot() + "?");
        long start = System.nanoTime();
        Json answer = answers.lookup(story.supplierLot());
        String took = ms(Duration.ofNanos(System.nanoTime() - start));
        List<Json> found = answer.list("found").stream()
                .filter(one -> one.text("match", "").equals("supplierLot"))
                .toList();
        if (found.isEmpty()) {
            throw new Failure(
                    Exit.DIFFERENCE, "The lookup does not know the supplier's lot " + story.supplierLot() + ".");
        }
        String lots = String.join(", ", found.stream().map(Names::unit).toList());
        say("The number of " + story.supplier() + " for our " + lots + " ("
                + found.getFirst().text("name", "") + "), received on " + DAY.format(story.receivedOn())
                + ". Looked up in " + took + ".");
    }

    private void reached(Answers.Forward now, Answers.Forward ever) {
        title("Where did it go?");
        int packs = now.serials(PACK).size();
        int scooters = now.serials(SCOOTER).size();
        int before = ever.serials(SCOOTER).size() - scooters;
        say(screen.strong(count(packs, "battery pack") + " and " + count(scooters, "scooter")) + ", found in "
                + ms(now.took())
                + (before == 0
                        ? "."
                        : ". " + count(before, "more scooter") + " once had such a pack and now "
                                + (before == 1 ? "has" : "have") + " another one."));
        say(completeness(now));
        Json entries = now.first().at("knownAt");
        say("Read: all " + (entries == null ? "" : String.format(Locale.ROOT, "%,d ", entries.number("seq", 0)))
                + "entries. The same question gives the same answer everywhere: "
                + now.first().text("hash", "").substring(0, 16) + "…");
    }

    private String completeness(Answers.Forward now) {
        if (now.isComplete()) {
            return screen.good("Complete") + ": every movement was followed to its end, nothing is unknown.";
        }
        List<String> reasons = now.first().list("cuts").stream()
                .map(cut -> cut.text("reason", "?") + " of " + cut.text("qty", "?") + " at " + cut.text("place", "?"))
                .distinct()
                .toList();
        return screen.bad("Not complete") + ": " + String.join("; ", reasons.subList(0, Math.min(3, reasons.size())))
                + (reasons.size() > 3 ? "; and " + (reasons.size() - 3) + " more" : "") + ".";
    }

    private void whereabouts(Answers.Forward now) {
        title("Where are they now?");
        SortedMap<String, Integer> scooters = now.places(SCOOTER);
        SortedMap<String, Integer> packs = now.places(PACK);
        Table table = new Table("", "scooters", "packs", "where");
        kind(table, "in stock", bins, scooters, packs);
        kind(table, "with partners", partners.keySet(), scooters, packs);
        kind(table, "scrapped", Set.of("scrap"), scooters, packs);
        kind(table, "unknown", Set.of("unknown", "adjustment", "?"), scooters, packs);
        List<String> rest = rest(scooters, packs);
        kind(table, "used up in runs", Set.copyOf(rest), scooters, packs);
        screen.lines(table.lines(MARGIN));
        Json summary = now.first().get("summary");
        List<String> loose = (summary == null ? List.<Json>of() : summary.list("onHand"))
                .stream()
                        .filter(row -> row.text("item", "").equals(story.item()))
                        .map(row -> row.text("qty", "") + " at " + row.text("place", ""))
                        .toList();
        say(loose.isEmpty() ? "No cell of the lot is left." : "Cells not used yet: " + String.join(", ", loose) + ".");
    }

    private List<String> rest(SortedMap<String, Integer> scooters, SortedMap<String, Integer> packs) {
        List<String> places = new ArrayList<>(scooters.keySet());
        places.addAll(packs.keySet());
        places.removeIf(place -> bins.contains(place)
                || partners.containsKey(place)
                || Set.of("scrap", "unknown", "adjustment", "?").contains(place));
        return places.stream().distinct().toList();
    }

    private static void kind(
            Table table,
            String name,
            Set<String> places,
            SortedMap<String, Integer> scooters,
            SortedMap<String, Integer> packs) {
        SortedMap<String, Integer> both = new TreeMap<>();
        scooters.forEach((place, count) -> both.merge(place, count, Integer::sum));
        packs.forEach((place, count) -> both.merge(place, 0, Integer::sum));
        both.keySet().retainAll(places);
        String where = String.join(", ", both.keySet().stream().limit(4).toList());
        String more = both.size() > 4 ? " and " + (both.size() - 4) + " more" : "";
        boolean named = !name.equals("scrapped") && !name.equals("unknown");
        table.row(name, sum(scooters, places), sum(packs, places), named ? where + more : "");
    }

    private static String sum(SortedMap<String, Integer> counts, Set<String> places) {
        int sum = counts.entrySet().stream()
                .filter(entry -> places.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return Integer.toString(sum);
    }

    private void consignees(Answers.Forward now) {
        Json summary = now.first().get("summary");
        List<Json> rows = summary == null
                ? List.of()
                : summary.list("consignees").stream()
                        .filter(row -> row.text("item", "").equals(SCOOTER))
                        .toList();
        long gross =
                rows.stream().mapToLong(row -> whole(row.text("gross", "0"))).sum();
        long net = rows.stream().mapToLong(row -> whole(row.text("net", "0"))).sum();
        title("Who has to be told?");
        say(count(rows.size(), "customer") + " got " + gross + " of these scooters; " + (gross - net) + " came back, "
                + net + " are still there:");
        Table table = new Table("", "", "has", "got");
        rows.stream()
                .limit(ROWS)
                .forEach(row -> table.row(
                        row.text("partner", ""), row.text("name", ""), row.text("net", ""), row.text("gross", "")));
        screen.lines(table.lines(MARGIN));
        if (rows.size() > ROWS) {
            say("and " + (rows.size() - ROWS) + " more.");
        }
    }

    private static long whole(String quantity) {
        return Math.round(Double.parseDouble(quantity));
    }

    /** Explains one scooter that a partner has; the scooter, or null when no partner has one. */
    private @Nullable Json explained(Answers.Forward now) {
        Json scooter = now.of(SCOOTER).stream()
                .filter(unit -> partners.containsKey(Answers.outermost(unit)))
                .findFirst()
                .orElse(null);
        if (scooter == null) {
            return null;
        }
        String dealer = Answers.outermost(scooter);
        title("Why scooter " + scooter.text("serial", "") + " at " + partners.getOrDefault(dealer, dealer) + "?");
        Json path = answers.path(story.supplierLot(), story.item(), scooter);
        List<Json> steps = path instanceof Json.Array array ? array.items() : path.list("steps");
        screen.lines(new Journey(answers).of(steps, scooter).lines(MARGIN));
        return scooter;
    }

    /** Opens the case, decides it, and shows that what is in scope does not leave any more. */
    private RecallDesk recall(Answers.Forward now) {
        title("A recall");
        RecallDesk desk = new RecallDesk(api, ids, story);
        Json scope = desk.decide();
        say("Case " + screen.strong(desk.number()) + ": investigated, its hazard evaluated, decided. "
                + scope.text("units", "?") + " units are in its scope, frozen as known at entry "
                + scope.text("seq", "?") + "; from now on none of them is to be shipped, used or sold, "
                + "and neither is what arrives of the lot tomorrow.");
        List<Json> stock = now.units().stream().filter(this::isInStock).toList();
        Json scooter = stock.stream()
                .filter(unit -> unit.list("holdings").getFirst().list("within").isEmpty())
                .min(Comparator.comparing(RecallStory::rank))
                .orElse(null);
        if (scooter != null) {
            refusal(scooter);
        }
        return desk;
    }

    /** A scooter shows best that it is stopped, then a pack, then the cells. */
    private static int rank(Json unit) {
        return switch (unit.text("item", "")) {
            case SCOOTER -> 0;
            case PACK -> 1;
            default -> 2;
        };
    }

    /** What the page for everybody says of three numbers. */
    private void publicAnswers(RecallDesk desk, Answers.Forward now) {
        title("What does the owner of a scooter learn?");
        desk.publish();
        Json affected = now.of(SCOOTER).stream()
                .filter(unit -> partners.containsKey(Answers.outermost(unit)))
                .findFirst()
                .orElse(null);
        Set<String> bad = Set.copyOf(now.serials(SCOOTER));
        String good = answers.serials(SCOOTER).stream()
                .filter(serial -> !bad.contains(serial))
                .findFirst()
                .orElse(null);
        Table table = new Table("", "", "");
        String number = affected == null ? null : affected.text("serial");
        if (number != null) {
            table.row("affected", number, desk.check(number, "affected"));
        }
        if (good != null) {
            table.row("not affected", good, desk.check(good, "notAffected"));
        }
        table.row("invented", INVENTED, desk.check(INVENTED, "notAffected"));
        screen.lines(table.lines(MARGIN));
        say("Nobody can tell an invented number from one that was made: else anybody could count what is made.");
    }

    private boolean isInStock(Json unit) {
        return unit.get("container") == null
                && unit.list("holdings").stream().anyMatch(holding -> bins.contains(Names.outermost(holding)));
    }

    private static Json reference(Json unit) {
        return new Json.Fields()
                .with("item", unit.text("item"))
                .with("lot", unit.get("serial") == null ? unit.text("lot") : null)
                .with("serial", unit.text("serial"))
                .with("issuer", unit.text("issuer"));
    }

    private void refusal(Json unit) {
        String from = unit.list("holdings").getFirst().text("place", "");
        String to = partners.keySet().stream()
                .filter(code -> code.startsWith("DLR-"))
                .sorted()
                .findFirst()
                .orElse("");
        Json.Fields line = (Json.Fields) reference(unit);
        if (unit.get("serial") == null) {
            line.with("qty", "1");
        }
        Json ship = new Json.Fields()
                .with("type", "ship")
                .with("id", ids.next())
                .with("from", from)
                .with("to", to)
                .with("lines", new Json.Array(List.of(line)));
        Answer answer = api.send(Request.postOnce("/api/v1/entries", Content.json(ship)));
        if (answer.isOk()) {
            throw new Failure(Exit.DIFFERENCE, Names.unit(unit) + " is in a recall, and yet it could be shipped.");
        }
        say("Somebody tries to ship " + Names.unit(unit) + " from " + from + " to " + to + " all the same:");
        Json problem = answer.json();
        screen.line(MARGIN + MARGIN + screen.bad("refused") + ", HTTP " + answer.status() + " "
                + problem.text("code", "") + ": " + problem.text("title", ""));
        Screen.wrapped(problem.text("detail", ""), Screen.COLUMNS - 4)
                .forEach(text -> screen.line(MARGIN + MARGIN + text));
    }

    private List<String> compare(Answers.Forward now, Answers.Forward ever) {
        title("Is that right?");
        TruthCheck check = new TruthCheck(truth, story);
        List<String> differences = check.differences(now, ever);
        Reach<String> packs = check.packs();
        Reach<String> scooters = check.scooters(Hosts.NOW);
        say("The simulator knows the truth: " + packs.possible().size() + " packs and "
                + scooters.possible().size() + " scooters. Gozinto found "
                + now.serials(PACK).size() + " and "
                + now.serials(SCOOTER).size() + ", every one where it really is.");
        int open = packs.possible().size() - packs.exact().size();
        if (open > 0) {
            say(open + " of these packs came from a run of several whose records do not say which got the bad cells; "
                    + "they are in the answer, marked \"order\", because nothing says that they are not.");
        }
        differences.forEach(difference -> say(screen.bad("Difference") + " in " + difference));
        return differences;
    }

    private void title(String text) {
        screen.blank();
        screen.line(screen.strong(text));
    }

    private void say(String text) {
        Screen.wrapped(text, Screen.COLUMNS - MARGIN.length()).forEach(line -> screen.line(MARGIN + line));
    }

    private static String count(int number, String noun) {
        String many = noun.equals("lot or serial") ? "lots and serials" : noun + "s";
        return number + " " + (number == 1 ? noun : many);
    }

    private static String ms(Duration took) {
        return took.toMillis() + " ms";
    }
}
