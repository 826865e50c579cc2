/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.item.Items;
import org.gozinto.story.RunningServer.Engine;
import org.gozinto.unit.StopOrder;
import org.gozinto.unit.StopRule;
import org.gozinto.unit.Stops;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.JsonNode;

/** What a recall stops, as everybody meets it who asks or acts over HTTP. */
@ParameterizedClass
@EnumSource(Engine.class)
class RecalledTest {

    private final RunningServer server;
    private final Story story;
    private final Stops stops;
    private final String recall;
    private final List<String> put = new ArrayList<>();

    RecalledTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        this.stops = server.room(Stops.class);
        this.recall = story.code("R-2026");
    }

    @AfterEach
    void lift() {
        put.forEach(stops::lift);
    }

    private void stop(String number, List<StopRule> rules, String... units) {
        var ids = new RoaringBitmap();
        for (String unit : units) {
            ids.add(Integer.parseInt(id(unit)));
        }
        stops.put(new StopOrder(number, "Cells overheat", rules, ids, true));
        put.add(number);
    }

    private void stop(String... units) {
        stop(recall, List.of(), units);
    }

    private long item(String name) {
        return server.room(Items.class).existing(story.code(name)).id();
    }

    private JsonNode unit(String name) {
        JsonNode named = story.name(name);
        String number = named.has("serial")
                ? "&serial=" + named.at("/serial").asString()
                : "&lot=" + named.at("/lot").asString() + "&kind=lot";
        return server.get("/api/v1/units?item=" + named.at("/item").asString() + number)
                .json()
                .at("/items/0");
    }

    private String id(String name) {
        return unit(name).at("/id").asString();
    }

    private Answer refusedToShip(String line) {
        Answer refused = story.refused(s -> s.ship("A", "CUST", line));
        assertThat(refused.code()).as(refused.toString()).isEqualTo("recalled");
        return refused;
    }

    @Test
    void tomorrowsReceiptOfTheSuppliersLotIsReceivedWithAnAlertAndNotShipped() {
        story.receive("ACME", "A", "10 R1 supplierLot=X9");
        stop(recall, List.of(new StopRule.SupplierLot("X9", item("R"), null)), "R1");
        Answer receipt = story.receive("ACME", "A", "10 R2 supplierLot=X9");
        assertThat(receipt.alerts()).containsExactly("recalled");
        assertThat(receipt.text("/alerts/0/recall")).isEqualTo(recall);
        assertThat(receipt.text("/alerts/0/detail"))
                .isEqualTo(story.code("R") + " lot R2 is recalled by " + recall + " (Cells overheat).");
        Answer refused = refusedToShip("1 R2");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/title")).isEqualTo("It is recalled");
        assertThat(refused.text("/detail"))
                .isEqualTo(
                        story.code("R") + " lot R2 may not be shipped: recalled by " + recall + " (Cells overheat).");
        assertThat(refused.text("/errors/0/action")).isEqualTo("Move it to the cage, return it or scrap it.");
        assertThat(stops.added(recall).toArray()).containsExactly(Integer.parseInt(id("R2")));
    }

    @Test
    void everyAnswerThatShowsItSaysSo() {
        story.receive("ACME", "A", "10 R1");
        Answer move = story.move("A", "B", "2 R1");
        stop("R1");
        String id = id("R1");
        JsonNode view = server.get("/api/v1/units/" + id).json();
        assertThat(view.at("/recalls/0/recall").asString()).isEqualTo(recall);
        assertThat(view.at("/recalls/0/title").asString()).isEqualTo("Cells overheat");
        assertThat(view.at("/recalls/0/since").asString()).startsWith("20").endsWith("Z");
        assertThat(view.at("/usable/ship").asString()).isEqualTo("no");
        assertThat(view.at("/usable/why/0/code").asString()).isEqualTo("recalled");
        JsonNode line = server.get("/api/v1/units?view=short&item=" + story.code("R"))
                .json()
                .at("/items/0");
        assertThat(line.at("/recalls/0/recall").asString()).isEqualTo(recall);
        assertThat(line.at("/usable/consume").asString()).isEqualTo("no");
        assertThat(line.at("/held").asBoolean()).isFalse();
        JsonNode head = server.get("/api/v1/units/" + id + "/summary").json();
        assertThat(head.at("/recalls/0/recall").asString()).isEqualTo(recall);
        assertThat(head.at("/usable/sell").asString()).isEqualTo("no");
        JsonNode entry = server.get("/api/v1/entries/" + move.seq()).json();
        assertThat(entry.at("/movements/0/recalls/0/recall").asString()).isEqualTo(recall);
        JsonNode lookup = server.get("/api/v1/lookup?code=R1").json();
        assertThat(lookup.at("/found")
                        .valueStream()
                        .filter(f -> f.at("/unit").asString("").equals(id))
                        .map(f -> f.at("/recalls/0/recall").asString("")))
                .containsExactly(recall);
        assertThat(lookup.at("/readings/0/recalls").toString()).contains(recall);
        stops.lift(recall);
        assertThat(server.get("/api/v1/units/" + id).json().has("recalls")).isFalse();
    }

    @Test
    void aNumberThatIsNotKnownYetIsNamedByTheRule() {
        story.item("BAT", "serial", ",\"gtin\":\"09506000134352\"");
        stop(recall, List.of(new StopRule.Serials(item("BAT"), "S0100", "S0199")));
        try {
            JsonNode inside = server.get("/api/v1/lookup?code=" + RunningServer.encoded("(01)09506000134352(21)S0150"))
                    .json();
            assertThat(inside.at("/readings/0/recalls").toString()).contains(recall);
            JsonNode outside = server.get("/api/v1/lookup?code=" + RunningServer.encoded("(01)09506000134352(21)S0200"))
                    .json();
            assertThat(outside.at("/readings/0").has("recalls")).isFalse();
        } finally {
            server.patch("/api/v1/items/" + story.code("BAT"), "{\"gtin\":null}");
        }
    }

    @Test
    void serialsOfAStoppedLotAreStopped() {
        story.item("V", "lot+serial", "").receive("ACME", "A", "V: lot=LA serials=V1-V2");
        var lot = server.get("/api/v1/units?item=" + story.code("V") + "&lot=LA&kind=lot")
                .json()
                .at("/items/0/id")
                .asString();
        stops.put(new StopOrder(
                recall, "Cells overheat", List.of(), RoaringBitmap.bitmapOf(Integer.parseInt(lot)), false));
        put.add(recall);
        refusedToShip("V1");
        assertThat(story.receive("ACME", "A", "V: lot=LA serials=V3").alerts()).containsExactly("recalled");
        refusedToShip("V3");
    }

    @Test
    void whatIsMadeInARunThatTheBadWentIntoIsStopped() {
        story.receive("ACME", "A", "10 R1", "10 Q1");
        story.run("MO1").uses("5 R1").done();
        stop("R1");
        Answer made = story.run("MO1").uses("5 Q1").makes("10 M1").done();
        assertThat(made.alerts()).containsExactly("recalled");
        refusedToShip("1 M1");
        assertThat(story.refused(s -> s.run("MO2").uses("1 M1").makes("1 N1").done())
                        .code())
                .isEqualTo("recalled");
        story.ship("A", "CUST", "1 Q1");
    }

    @Test
    void aProductWithAStoppedPartStaysAndThePartComesOut() {
        story.serials("CAR").receive("ACME", "A", "CAR1", "2 CELL1");
        story.install("1 CELL1", "CAR1");
        stop("CELL1");
        assertThat(refusedToShip("CAR1").text("/detail")).contains("(in " + story.code("CAR") + " serial CAR1)");
        assertThat(story.remove("1 CELL1", "CAR1", "CAGE").alerts()).containsExactly("recalled");
        story.ship("A", "CUST", "CAR1");
    }

    @Test
    void itIsNeverPickedAndThePickListSaysWhy() {
        story.receive("ACME", "A", "10 R1 expiry=2199-01-01", "10 R2 expiry=2199-02-01");
        stop("R1");
        JsonNode picks =
                server.get("/api/v1/picks?qty=10&item=" + story.code("R")).json();
        assertThat(picks.at("/picks").valueStream().map(p -> p.at("/lot").asString()))
                .containsExactly("R2");
        assertThat(picks.at("/passed/0/lot").asString()).isEqualTo("R1");
        assertThat(picks.at("/passed/0/why/0/code").asString()).isEqualTo("recalled");
        assertThat(picks.at("/passed/0/recalls/0/recall").asString()).isEqualTo(recall);
    }

    @Test
    void whatACustomerGivesBackIsLinkedToTheRecall() {
        story.receive("ACME", "A", "10 R1");
        Answer sold = story.ship("A", "CUST", "4 R1");
        stop("R1");
        Answer back = story.giveBack("CUST", "CAGE", "3 R1");
        assertThat(back.text("/alerts/0/recall")).isEqualTo(recall);
        Answer moved = story.move("CAGE", "B", "1 R1");
        Answer scrapped = story.scrap("CAGE", "2 R1");
        assertThat(stops.entries(recall, sold.seq(), 10)).containsExactly(back.seq(), moved.seq(), scrapped.seq());
        assertThat(story.refused(s -> s.ship("B", "CUST", "1 R1")).code()).isEqualTo("recalled");
    }

    @Test
    void aPalletWithItInsideIsLinkedAndMayGoBackToTheSupplierOnly() {
        story.receive("ACME", "A", "10 R1");
        story.receive("OTHER", "A", "10 Q1");
        story.pack("PAL", "A", "2 R1");
        stop("R1");
        Answer moved = story.move("A", "CAGE", "[PAL]");
        assertThat(moved.alerts()).containsExactly("recalled");
        assertThat(stops.entries(recall, 0, 10)).containsExactly(moved.seq());
        assertThat(story.refused(s -> s.ship("CAGE", "OTHER", "[PAL]")).code()).isEqualTo("recalled");
        assertThat(story.ship("CAGE", "ACME", "[PAL]").alerts()).containsExactly("recalled");
        story.ship("A", "ACME", "1 R1");
    }

    @Test
    void twoRecallsAreBothShownAndLiftingOneFreesNothing() {
        story.receive("ACME", "A", "10 R1");
        String other = story.code("S-2026");
        stop("R1");
        stop(other, List.of(), "R1");
        assertThat(unit("R1")
                        .at("/recalls")
                        .valueStream()
                        .map(r -> r.at("/recall").asString()))
                .containsExactly(recall, other);
        assertThat(story.move("A", "B", "1 R1").texts("/alerts", "/recall")).containsExactly(recall, other);
        stops.lift(recall);
        refusedToShip("1 R1");
        stops.lift(other);
        story.ship("A", "CUST", "1 R1");
    }

    @Test
    void whatARecallStopsIsListedPageByPage() {
        story.serials("CAR").receive("ACME", "A", "CAR1", "CAR2", "CAR3", "CAR4", "CAR5");
        story.ship("A", "CUST", "CAR2");
        stop("CAR1", "CAR2", "CAR3", "CAR5");
        assertThat(listed("")).containsExactly("CAR1", "CAR2", "CAR3", "CAR5");
        assertThat(listed("&view=short")).containsExactly("CAR1", "CAR2", "CAR3", "CAR5");
        assertThat(listed("&state=inStock")).containsExactly("CAR1", "CAR3", "CAR5");
        assertThat(listed("&state=shipped")).containsExactly("CAR2");
        assertThat(listed("&serial=CAR3")).containsExactly("CAR3");
        assertThat(listed("&serial=CAR4")).isEmpty();
        assertThat(listed("&state=recalled&place=" + story.code("A"))).containsExactly("CAR1", "CAR3", "CAR5");
        Answer unknown = server.get("/api/v1/units?recall=R-1900-001");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("unknown-recall");
        assertThat(server.get("/api/v1/units?recall=%00").status()).isEqualTo(404);
        stops.lift(recall);
        assertThat(listed("")).isEmpty();
    }

    /** The serials of the list, two on a page. */
    private List<String> listed(String more) {
        List<String> serials = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = server.get("/api/v1/units?limit=2&recall=" + recall + more + cursor);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            assertThat(page.json().at("/items").size()).isLessThanOrEqualTo(2);
            page.json().at("/items").forEach(u -> serials.add(u.at("/serial").asString()));
            String next = page.text("/nextCursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + RunningServer.encoded(next);
        } while (!cursor.isEmpty());
        return serials;
    }

    @Test
    void aDryRunSaysItToo() {
        story.receive("ACME", "A", "10 R1");
        stop("R1");
        var ship = story.act("ship").put("from", story.code("A")).put("to", story.partner("CUST"));
        ship.putArray("lines").add(story.line("1 R1"));
        Answer refused = server.post("/api/v1/entries?dryRun=true", ship.toString());
        assertThat(refused.code()).isEqualTo("recalled");
        story.place("B", "\"kind\":\"bin\"");
        var move = story.act("move").put("from", story.code("A")).put("to", story.code("B"));
        move.putArray("lines").add(story.line("1 R1"));
        Answer possible = server.post("/api/v1/entries?dryRun=true", move.toString());
        assertThat(possible.alerts()).containsExactly("recalled");
        assertThat(possible.text("/movements/0/recalls/0/recall")).isEqualTo(recall);
        assertThat(stops.entries(recall, 0, 10)).isEmpty();
    }

    @Test
    void theOverviewCountsWhatIsRecalled() {
        long before = server.get("/api/v1/overview").json().at("/recalled").asLong();
        story.receive("ACME", "A", "10 R1", "10 R2");
        stop("R1", "R2");
        assertThat(server.get("/api/v1/overview").json().at("/recalled").asLong())
                .isEqualTo(before + 2);
    }
}
