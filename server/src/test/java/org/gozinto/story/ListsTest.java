/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.gozinto.simulator.ActLines;
import org.gozinto.simulator.Master;
import org.gozinto.simulator.ScooterMaker;
import org.gozinto.simulator.Settings;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Lists, sums and the overview of a simulated factory say the same as its units, one by one. */
class ListsTest {

    /** Places that are nowhere. */
    private static final List<String> VIRTUAL = List.of("outside", "scrap", "adjustment", "unknown");

    private static final ScooterMaker MAKER = ScooterMaker.of(new Settings(5, 100, LocalDate.of(2024, 9, 2)));
    private static final List<String> LOCATIONS = List.of("site", "area", "bin", "vessel");
    private static final Map<Engine, RunningServer> SERVERS = new EnumMap<>(Engine.class);
    private static final Map<Engine, Story> STORIES = new EnumMap<>(Engine.class);
    /** Kinds of places and trackings of items, which are the same in both books. */
    private static final Map<String, String> KNOWN = new HashMap<>();

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @BeforeAll
    static void live() throws IOException {
        var acts = new ByteArrayOutputStream();
        ActLines.writeNdjson(MAKER.start(), acts);
        for (Engine engine : Engine.values()) {
            RunningServer server = RunningServer.open(engine);
            SERVERS.put(engine, server);
            for (Master master : MAKER.masters()) {
                server.post("/api/v1/" + master.kind().path(), master.json());
            }
            server.post("/api/v1/entries:batch", "application/x-ndjson", acts.toByteArray());
            var story = new Story(server, "-LISTS");
            STORIES.put(engine, story);
            tell(story);
        }
    }

    /** What the factory has too little of: dates near today, twins, holds, shortfalls and boxes in boxes. */
    private static void tell(Story story) {
        story.serials("S", "BOX");
        story.place("MAIN", "\"kind\":\"site\",\"timeZone\":\"Pacific/Kiritimati\"");
        story.place("A", "\"kind\":\"bin\",\"parent\":\"MAIN-LISTS\"");
        story.receive("SUP", "A", "10 R1 expiry=" + TODAY.minusDays(3), "10 R2 expiry=" + TODAY.plusDays(3));
        story.receive("SUP", "A", "10 R3 expiry=" + TODAY.plusDays(90), "5 R4 expiry=" + TODAY.minusDays(1));
        story.receive("SUP", "B", "10 R5 expiry=" + TODAY.plusDays(30), "10 R6 expiry=" + TODAY.plusDays(31));
        story.receive("SUP", "A", "S1 expiry=" + TODAY.plusDays(2), "S2 expiry=" + TODAY.minusDays(2), "S3", "S4");
        story.commission("A", "BOX1", "BOX2", "S5 expiry=" + TODAY.minusDays(9));
        story.pack("CARTON", "A", "S1", "S2", "4 R1");
        story.pack("PALLET", "A", "[CARTON]");
        story.ship("A", "CUST", "S3", "5 R4");
        story.receive("OTHER", "B", "S3");
        story.install("S5", "BOX1");
        story.hold("R3", "odd smell", "ship", "consume");
        story.hold("S4", "scratched", "sell");
        story.hold("R2", "being looked at", "ship");
        story.release("R2");
        story.with("shortfall", "unknown").move("B", "A", "3 R7");
        story.move("A", "B", "2 R3");
        story.scrap("B", "1 R5");
        story.run("MO").uses("2 R2").makes("2 Q1").done();
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(RunningServer::close);
    }

    private static JsonNode get(RunningServer server, String path) {
        Answer answer = server.get(path);
        assertThat(answer.status()).as("%s%n%s", path, answer).isEqualTo(200);
        return answer.json();
    }

    /** All pages of a list, of so many rows each; no unit comes twice. */
    private static List<JsonNode> all(RunningServer server, String path, int limit) {
        List<JsonNode> rows = new ArrayList<>();
        String more = path.contains("?") ? "&limit=" + limit : "?limit=" + limit;
        String cursor = "";
        do {
            JsonNode page = get(server, path + more + cursor);
            page.at("/items").forEach(rows::add);
            cursor = page.has("nextCursor")
                    ? "&cursor=" + RunningServer.encoded(page.get("nextCursor").asString())
                    : "";
        } while (!cursor.isEmpty());
        return rows;
    }

    private static List<String> ids(List<JsonNode> units) {
        return units.stream().map(u -> u.at("/id").asString()).toList();
    }

    private static List<String> list(RunningServer server, String filter, int limit) {
        List<String> ids = ids(all(server, "/api/v1/units?view=short&" + filter, limit));
        assertThat(ids).as(filter).doesNotHaveDuplicates();
        return ids;
    }

    private static List<JsonNode> units(RunningServer server) {
        return all(server, "/api/v1/units", 500);
    }

    private static List<String> ids(RunningServer server, Predicate<JsonNode> wanted) {
        return ids(units(server), wanted);
    }

    private static List<String> ids(List<JsonNode> units, Predicate<JsonNode> wanted) {
        return ids(units.stream().filter(wanted).toList());
    }

    /** Whether some of the unit is in one of these kinds of place; what is in a carton is where the carton is. */
    private static boolean isAt(RunningServer server, JsonNode unit, Predicate<String> kind) {
        if (unit.at("/kind").asString().equals("lot")
                && isSerial(server, unit.at("/item").asString())) {
            return false;
        }
        return StreamSupport.stream(unit.at("/holdings").spliterator(), false)
                .filter(h -> !h.at("/qty").asString().startsWith("-"))
                .anyMatch(h -> kind.test(kindOf(server, h)));
    }

    private static boolean isSerial(RunningServer server, String item) {
        return KNOWN.computeIfAbsent(
                        "item " + item,
                        i -> get(server, "/api/v1/items/" + item)
                                .at("/tracking")
                                .asString())
                .endsWith("serial");
    }

    private static String kindOf(RunningServer server, JsonNode holding) {
        String kind = holding.at("/kind").asString();
        if (!kind.equals("container")) {
            return kind;
        }
        JsonNode around = holding.at("/within");
        String root = RunningServer.encoded(around.get(around.size() - 1).asString());
        return KNOWN.computeIfAbsent(root, r -> {
            Answer place = server.get("/api/v1/places/" + r);
            return place.status() == 200 ? place.text("/kind") : "partner";
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachNumberOfTheOverviewIsTheLengthOfItsList(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (int days : List.of(0, 30, 3650)) {
            JsonNode overview = get(server, "/api/v1/overview?days=" + days);
            assertThat(overview.at("/expiring").asInt())
                    .isEqualTo(list(server, "state=expiring&days=" + days, 2).size());
            assertThat(overview.at("/expired").asInt())
                    .isEqualTo(list(server, "state=expired", 2).size())
                    .isPositive();
            assertThat(overview.at("/held").asInt())
                    .isEqualTo(list(server, "state=held", 2).size())
                    .isPositive();
            assertThat(overview.at("/twins").asInt())
                    .isEqualTo(list(server, "state=twin", 2).size())
                    .isPositive();
            assertThat(overview.at("/unknown").asInt())
                    .isEqualTo(list(server, "state=unknown", 2).size())
                    .isPositive();
            assertThat(overview.at("/entries").asLong()).isEqualTo(server.entryCount());
            assertThat(overview.has("capped")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void actsOfAllDaysAreAllEntries(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (String zone : List.of("UTC", "Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago")) {
            JsonNode overview = get(server, "/api/v1/overview?zone=" + RunningServer.encoded(zone));
            long acts = StreamSupport.stream(overview.at("/actsByDay").spliterator(), false)
                    .mapToLong(d -> d.at("/acts").asLong())
                    .sum();
            assertThat(acts).as(zone).isEqualTo(server.entryCount());
            assertThat(overview.at("/actsByDay")).hasSize(30);
        }
    }

    @ParameterizedTest
    @EnumSource
    void expiryWeeksCountWhatStandsInStockWithADate(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        JsonNode weeks = get(server, "/api/v1/overview").at("/stockByExpiryWeek");
        assertThat(weeks).hasSize(26);
        LocalDate monday = LocalDate.parse(weeks.get(0).at("/from").asString());
        LocalDate end = monday.plusWeeks(26);
        List<JsonNode> dated = units(server).stream()
                .filter(u -> u.has("expiry") && isAt(server, u, LOCATIONS::contains))
                .filter(u -> {
                    LocalDate expiry = LocalDate.parse(u.at("/expiry").asString());
                    return !expiry.isBefore(monday) && expiry.isBefore(end);
                })
                .toList();
        long lots = 0;
        long serials = 0;
        for (JsonNode week : weeks) {
            lots += week.at("/lots").asLong();
            serials += week.at("/serials").asLong();
        }
        assertThat(lots + serials).isEqualTo(dated.size()).isPositive();
        assertThat(serials)
                .isEqualTo(dated.stream()
                        .filter(u -> u.at("/kind").asString().equals("serial"))
                        .count());
    }

    @ParameterizedTest
    @EnumSource
    void statesListWhatTheUnitsSay(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        Map<String, Predicate<String>> kinds = Map.of(
                "inStock", LOCATIONS::contains,
                "shipped", "partner"::equals,
                "scrapped", "scrap"::equals,
                "consumed", "run"::equals,
                "installed", "host"::equals);
        List<JsonNode> units = units(server);
        kinds.forEach((state, kind) -> {
            List<String> real = ids(units, u -> isAt(server, u, kind));
            for (int limit : List.of(3, 1000)) {
                assertThat(list(server, "state=" + state, limit))
                        .as("%s on %s", state, engine)
                        .containsExactlyInAnyOrderElementsOf(real);
            }
            assertThat(list(server, "item=SCOOTER-S1&state=" + state, 100))
                    .containsExactlyInAnyOrderElementsOf(
                            ids(units, u -> u.at("/item").asString("").equals("SCOOTER-S1") && isAt(server, u, kind)));
        });
    }

    @ParameterizedTest
    @EnumSource
    void expiredIsWhatMayNotBeUsedForItsDateAndStandsInStock(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        assertThat(list(server, "state=expired", 100))
                .containsExactlyInAnyOrderElementsOf(ids(
                        server,
                        u -> isAt(server, u, LOCATIONS::contains)
                                && u.at("/usable/why").toString().contains("\"expired\"")));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRecordedIsInTheNextList(Engine engine) {
        Story story = STORIES.get(engine);
        RunningServer server = SERVERS.get(engine);
        int before = get(server, "/api/v1/overview").at("/expired").asInt();
        String late = "2 L" + engine + "1 expiry=" + TODAY.minusDays(40);
        story.receive("SUP", "A", late);
        assertThat(get(server, "/api/v1/overview").at("/expired").asInt()).isEqualTo(before + 1);
        story.pack("LATE", "A", late);
        assertThat(get(server, "/api/v1/overview").at("/expired").asInt()).isEqualTo(before + 1);
        Answer shipped = story.ship("A", "CUST", "[LATE]");
        assertThat(get(server, "/api/v1/overview").at("/expired").asInt()).isEqualTo(before);
        story.voidOf(shipped);
        assertThat(get(server, "/api/v1/overview").at("/expired").asInt()).isEqualTo(before + 1);
        assertThat(list(server, "state=expired", 10)).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreFoundByHowTheyBeginInAnyCase(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        Story story = STORIES.get(engine);
        story.serials("aB" + engine, "Ab" + engine);
        story.commission("A", "aB" + engine + ":xY-1", "aB" + engine + ":Xy-2", "Ab" + engine + ":XY-1");
        story.commission("A", "aB" + engine + ":xy", "aB" + engine + ":XZ", "aB" + engine + ":x");
        List<JsonNode> units = units(server);
        for (int limit : List.of(1, 2, 100)) {
            for (String prefix : List.of("xy", "XY", "xY-")) {
                assertThat(list(server, "kind=serial&number=" + prefix, limit))
                        .containsExactlyInAnyOrderElementsOf(ids(
                                units,
                                u -> u.at("/serial")
                                        .asString("")
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith(prefix.toLowerCase(Locale.ROOT))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void belowAPlaceIsWhatStandsThereAndInItsContainers(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        Set<String> below = new HashSet<>(List.of("MAIN-LISTS", "A-LISTS"));
        List<String> real = ids(
                server,
                u -> StreamSupport.stream(u.at("/holdings").spliterator(), false)
                        .anyMatch(h -> below.contains(
                                h.at("/kind").asString().equals("container")
                                        ? h.at("/within")
                                                .get(h.at("/within").size() - 1)
                                                .asString()
                                        : h.at("/place").asString())));
        for (int limit : List.of(1, 4, 100)) {
            assertThat(list(server, "below=MAIN-LISTS", limit)).containsExactlyInAnyOrderElementsOf(real);
        }
        assertThat(list(server, "below=MAIN-LISTS&kind=serial", 3)).hasSizeLessThan(real.size());
    }

    @ParameterizedTest
    @EnumSource
    void kindsTogetherAreAllUnits(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        List<String> kinds = new ArrayList<>();
        for (String kind : List.of("lot", "serial", "container")) {
            kinds.addAll(list(server, "kind=" + kind, 7 * kind.length()));
        }
        assertThat(kinds).containsExactlyInAnyOrderElementsOf(ids(units(server)));
        assertThat(list(server, "kind=lot&item=CELL-21700", 3))
                .isEqualTo(ids(all(server, "/api/v1/units?item=CELL-21700", 1000)));
    }

    @ParameterizedTest
    @EnumSource
    void aLotWithTheKindOfItsPiecesListsThem(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        JsonNode charger = get(server, "/api/v1/units?item=CHG-42V&limit=50")
                .at("/items")
                .valueStream()
                .filter(u -> u.has("serial"))
                .findFirst()
                .orElseThrow();
        String lot = charger.at("/lot").asString();
        assertThat(list(server, "item=CHG-42V&kind=serial&lot=" + lot, 10))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(ids(
                        server,
                        u -> u.at("/item").asString("").equals("CHG-42V")
                                && u.has("serial")
                                && u.at("/lot").asString("").equals(lot)));
    }

    @ParameterizedTest
    @EnumSource
    void placesHangTogetherAsATree(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        List<JsonNode> open = new ArrayList<>(all(server, "/api/v1/places?parent=", 2));
        List<String> walked = new ArrayList<>();
        while (!open.isEmpty()) {
            String code = open.removeLast().at("/code").asString();
            walked.add(code);
            open.addAll(all(server, "/api/v1/places?parent=" + RunningServer.encoded(code), 3));
        }
        assertThat(walked)
                .containsExactlyInAnyOrderElementsOf(all(server, "/api/v1/places", 100).stream()
                        .filter(p -> !VIRTUAL.contains(p.at("/kind").asString()))
                        .map(p -> p.at("/code").asString())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void whatCameInIsWhatBecameOfIt(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (JsonNode line : all(server, "/api/v1/units?view=short", 1000)) {
            JsonNode summary = get(server, "/api/v1/units/" + line.at("/id").asString() + "/summary");
            JsonNode totals = summary.at("/totals");
            BigDecimal in = sum(totals, "received", "made", "commissioned", "found", "unknown");
            BigDecimal out =
                    sum(totals, "onHand", "packed", "installed", "consumed", "shipped", "scrapped", "adjusted");
            assertThat(in).as(summary.toString()).isEqualByComparingTo(out);
            assertThat(summary.at("/status")).isEqualTo(line.at("/status"));
            assertThat(summary.at("/usable/ship")).isEqualTo(line.at("/usable/ship"));
            assertThat(!summary.at("/holds").isEmpty())
                    .isEqualTo(line.at("/held").asBoolean());
        }
    }

    private static BigDecimal sum(JsonNode totals, String... names) {
        BigDecimal sum = BigDecimal.ZERO;
        for (String name : names) {
            sum = sum.add(new BigDecimal(totals.at("/" + name).asString()));
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource
    void stockOfPlacesAndOfItemsIsTheSame(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (JsonNode item : all(server, "/api/v1/items", 1000)) {
            String code = item.at("/code").asString();
            for (JsonNode row : get(server, "/api/v1/items/" + code + "/stock").at("/rows")) {
                if (row.at("/kind").asString().equals("host")) {
                    continue;
                }
                String place = RunningServer.encoded(row.at("/place").asString());
                JsonNode there = get(server, "/api/v1/places/" + place + "/stock");
                assertThat(StreamSupport.stream(there.at("/rows").spliterator(), false)
                                .filter(r -> r.at("/item").asString().equals(code)))
                        .as("%s at %s", code, place)
                        .containsExactly(row);
            }
        }
        assertThat(get(server, "/api/v1/places/MAIN-LISTS/stock?below=true")
                        .at("/rows")
                        .toString())
                .contains("\"item\":\"S-LISTS\"");
    }

    @ParameterizedTest
    @EnumSource
    void holdingsAndContentsComeInPages(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (JsonNode unit : units(server)) {
            String path = "/api/v1/units/" + unit.at("/id").asString();
            JsonNode summary = get(server, path + "/summary");
            List<JsonNode> holdings = all(server, path + "/holdings", 2);
            assertThat(holdings).as(summary.toString()).containsExactlyInAnyOrderElementsOf(summary.at("/holdings"));
            if (holdings.size() > 2) {
                // Only then the one page and the several are not the same request.
                assertThat(all(server, path + "/holdings", 1000)).hasSameSizeAs(holdings);
            }
            assertThat(all(server, path + "/contents", 2))
                    .hasSize(summary.at("/contents").asInt());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUnderstoodIsRefused(Engine engine) {
        RunningServer server = SERVERS.get(engine);
        for (String wrong : List.of(
                "units?state=lost",
                "units?kind=untracked",
                "units?view=long",
                "units?days=5",
                "units?state=expiring&days=-1",
                "units?state=expiring&days=9999",
                "units?number=",
                "units?serial=S&kind=lot",
                "units?below=CARTON-LISTS",
                "units?state=held&cursor=YWJj",
                "units?state=inStock&cursor=MTIz",
                "overview?days=-1",
                "overview?zone=Mars",
                "places/MAIN-LISTS/stock?below=perhaps")) {
            assertThat(server.get("/api/v1/" + wrong).status()).as(wrong).isEqualTo(400);
        }
        for (String missing : List.of(
                "units?below=NOWHERE",
                "units/999999999/summary",
                "units/999999999/holdings",
                "units/999999999/contents",
                "items/NOTHING/stock",
                "places/NOWHERE/stock")) {
            assertThat(server.get("/api/v1/" + missing).status()).as(missing).isEqualTo(404);
        }
    }
}
