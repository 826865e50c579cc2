/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.gozinto.identify.ItemKey;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.HandClock;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What the items promise, on whichever engine. */
abstract class ItemsContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final Engines engine;
    private final HandClock clock = new HandClock("2026-06-01T12:00:00Z");
    private final Set<Long> used = new HashSet<>();
    private final ItemUse use = new ItemUse() {
        @Override
        public boolean isUsed(long itemId) {
            return used.contains(itemId);
        }

        @Override
        public boolean isPartner(String code) {
            return code.equals("ACME");
        }
    };
    private Engines.Home home;
    private Storage storage;
    private Items items;

    ItemsContract(Engines engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        home = engine.home();
        storage = home.open(clock);
        items = open(storage);
    }

    private Items open(Storage opened) {
        return new Items(opened.database(), JSON, clock, use);
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
        home.close();
    }

    private static ItemBody body(String json) {
        return JSON.readValue(json, ItemBody.class);
    }

    private Item create(String json) {
        return items.create(body(json), "anna");
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.refusal();
    }

    @Test
    void keepsAllThatWasSaid() {
        Item made = create("""
                {"code":"RESIN","name":"Harz \\"A\\"","tracking":"lot","unit":"KGM","decimals":3,"gtin":"9506000134352",
                 "units":[{"unit":"DRUM","factor":"212.5"}],"shelfLifeDays":365,"attributes":{"colour":"grün"}}
                """);
        Item read = open(storage).find("RESIN");
        assertThat(read).isEqualTo(made);
        assertThat(read.gtin()).isEqualTo("09506000134352");
        assertThat(read.factor("DRUM")).isEqualByComparingTo("212.5");
        assertThat(read.factor("KGM")).isEqualByComparingTo("1");
        assertThat(read.factor("BOX")).isNull();
        assertThat(read.quantity(1_250)).isEqualTo("1.250");
        assertThat(read.version()).isEqualTo(1);
    }

    @Test
    void aCodeIsTakenOnce() {
        create("{\"code\":\"BOLT\",\"tracking\":\"none\"}");
        Refusal refusal = refusal(() -> create("{\"code\":\"BOLT\",\"tracking\":\"lot\"}"));
        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("exists");
        assertThat(items.find("BOLT").tracking()).isEqualTo(Tracking.NONE);
    }

    @Test
    void manyMadeAtOnceAreAllThere() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = IntStream.range(0, 16)
                    .mapToObj(i -> executor.submit(() -> create("{\"code\":\"I" + i + "\",\"tracking\":\"none\"}")))
                    .toList();
            for (var each : made) {
                assertThat(each.get().id()).isPositive();
            }
        }
        assertThat(open(storage).page(null, null, 100).items()).hasSize(16);
    }

    @Test
    void everyChangeStaysKnown() {
        create("{\"code\":\"BOLT\",\"tracking\":\"none\",\"name\":\"Bolt\"}");
        clock.turn(Duration.ofDays(1));
        items.change("BOLT", body("{\"code\":\"BOLT\",\"tracking\":\"lot\",\"name\":\"Bolt M5\"}"), null, "ben");
        items.change("BOLT", body("{\"code\":\"BOLT\",\"tracking\":\"lot\",\"active\":false}"), 2L, "carl");
        var changes = new MasterChanges(storage.database()).of("item", "BOLT");
        assertThat(changes).extracting(MasterChanges.Change::version).containsExactly(1L, 2L, 3L);
        assertThat(changes).extracting(MasterChanges.Change::actor).containsExactly("anna", "ben", "carl");
        assertThat(changes.get(1).atUs() - changes.get(0).atUs())
                .isEqualTo(Duration.ofDays(1).toNanos() / 1_000);
        assertThat(body(changes.get(0).body()).name()).isEqualTo("Bolt");
        assertThat(body(changes.get(2).body()).active()).isFalse();
        assertThat(open(storage).find("BOLT").active()).isFalse();
    }

    @Test
    void aChangeBasedOnAnOldVersionIsRefused() {
        create("{\"code\":\"BOLT\",\"tracking\":\"none\"}");
        var next = body("{\"code\":\"BOLT\",\"tracking\":\"none\",\"name\":\"Bolt M5\"}");
        items.change("BOLT", next, 1L, "anna");
        assertThat(refusal(() -> items.change("BOLT", next, 1L, "ben")).status())
                .isEqualTo(412);
        assertThat(items.find("BOLT").version()).isEqualTo(2);
        assertThat(new MasterChanges(storage.database()).of("item", "BOLT")).hasSize(2);
    }

    @Test
    void aCodeNeverChanges() {
        create("{\"code\":\"BOLT\",\"tracking\":\"none\"}");
        var other = body("{\"code\":\"NUT\",\"tracking\":\"none\"}");
        assertThat(refusal(() -> items.change("BOLT", other, null, "anna")).faults())
                .extracting(Refusal.Fault::pointer)
                .containsExactly("/code");
    }

    @Test
    void whatStockIsCountedInIsFixedOnceItHasMoved() {
        Item item = create("{\"code\":\"RESIN\",\"tracking\":\"lot\",\"unit\":\"KGM\",\"decimals\":1}");
        items.change(
                "RESIN",
                body("{\"code\":\"RESIN\",\"tracking\":\"lot\",\"unit\":\"KGM\",\"decimals\":2}"),
                null,
                "anna");
        used.add(item.id());
        var other = body("{\"code\":\"RESIN\",\"tracking\":\"serial\",\"unit\":\"LTR\",\"decimals\":0}");
        assertThat(refusal(() -> items.change("RESIN", other, null, "anna")).faults())
                .extracting(Refusal.Fault::pointer)
                .containsExactlyInAnyOrder("/unit", "/decimals", "/tracking");
        var name = body("{\"code\":\"RESIN\",\"name\":\"R\",\"tracking\":\"lot\",\"unit\":\"KGM\",\"decimals\":2}");
        assertThat(items.change("RESIN", name, null, "anna").version()).isEqualTo(3);
    }

    @Test
    void anIssuerIsAPartner() {
        assertThat(create("{\"code\":\"CELL\",\"tracking\":\"lot\",\"issuer\":\"ACME\"}")
                        .issuer())
                .isEqualTo("ACME");
        assertThat(refusal(() -> create("{\"code\":\"CELL2\",\"tracking\":\"lot\",\"issuer\":\"NOBODY\"}"))
                        .faults())
                .extracting(Refusal.Fault::pointer)
                .containsExactly("/issuer");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        Refusal refusal = refusal(() -> create("""
                {"code":" blank ","tracking":"batch","decimals":11,"gtin":"9506000134353","shelfLifeDays":-1,
                 "units":[{"unit":"BOX","factor":"0"},{"unit":"BOX","factor":"2"}]}
                """));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.faults())
                .extracting(Refusal.Fault::pointer)
                .contains(
                        "/code",
                        "/tracking",
                        "/decimals",
                        "/gtin",
                        "/shelfLifeDays",
                        "/units/0/factor",
                        "/units/1/unit");
        assertThat(items.page(null, null, 10).items()).isEmpty();
    }

    @Test
    void furtherNumbersAndLinksAreKept() {
        Item made = create("""
                {"code":"VALVE","tracking":"lot","gtin":"09506000134352","codes":[
                  {"scheme":"gtin","value":"19506000134359","contains":"12"},{"scheme":"hibc","value":"+A123BJC5D6E71G"},
                  {"scheme":"ppn","value":"110375286414"},{"scheme":"customerPart","value":"4711/A"}],
                 "links":[{"type":"gs1:pip","href":"https://example.com/v?lot={lot}","title":"Ventil","language":"DE",
                  "level":"lot"},{"type":"https://example.com/types#care","href":"http://example.com/"}]}
                """);
        var reopened = open(storage);
        assertThat(reopened.find("VALVE")).isEqualTo(made);
        assertThat(made.keys())
                .as("what is scanned is kept as the number that it is")
                .contains(new ItemKey(ItemKey.Scheme.HIBC, "A123BJC5D6E71"));
        assertThat(made.codes().getFirst().contains()).isEqualByComparingTo("12");
        assertThat(made.links().getFirst().language()).isEqualTo("de");
        assertThat(made.links().getLast().level()).isEqualTo(ItemLink.Level.ITEM);
        for (ItemKey key : made.keys()) {
            assertThat(reopened.named(key))
                    .as(key.toString())
                    .extracting(n -> n.item().code())
                    .containsExactly("VALVE");
        }
        assertThat(reopened.withGtin("09506000134352")).hasSize(1);
        assertThat(reopened.withGtin("19506000134359"))
                .as("a package's GTIN is not the item's own")
                .isEmpty();
        assertThat(rows("select scheme from item_code where shared = 0")).hasSize(3);
    }

    private List<String> rows(String sql) {
        return storage.database().read().sql(sql).query(String.class).list();
    }

    @Test
    void numberThatIsTakenAwayNamesNothingAndIsFreeAgain() {
        create("{\"code\":\"A\",\"tracking\":\"lot\",\"codes\":[{\"scheme\":\"gtin\",\"value\":\"19506000134359\"}]}");
        items.change("A", body("{\"code\":\"A\",\"tracking\":\"lot\"}"), null, "anna");
        assertThat(items.named(new ItemKey(ItemKey.Scheme.GTIN, "19506000134359")))
                .isEmpty();
        assertThat(rows("select value from item_code")).isEmpty();
        create("{\"code\":\"B\",\"tracking\":\"lot\",\"gtin\":\"19506000134359\"}");
    }

    @Test
    void numberOfAnotherItemIsRefusedWithItsName() {
        create("""
                {"code":"A","tracking":"lot","gtin":"09506000134352",
                 "codes":[{"scheme":"hibc","value":"A123BJC5D6E71"},{"scheme":"part","value":"P-1"}]}
                """);
        for (String other : List.of(
                "\"codes\":[{\"scheme\":\"gtin\",\"value\":\"9506000134352\"}]",
                "\"codes\":[{\"scheme\":\"hibc\",\"value\":\"A123BJC5D6E71\"}]")) {
            Refusal refusal = refusal(() -> create("{\"code\":\"B\",\"tracking\":\"lot\"," + other + "}"));
            assertThat(refusal.status()).isEqualTo(409);
            assertThat(refusal.code()).isEqualTo("number-taken");
            assertThat(refusal.detail()).contains("names the item A already");
            assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly("/codes/0/value");
        }
        create("{\"code\":\"C\",\"tracking\":\"lot\",\"codes\":[{\"scheme\":\"gtin\",\"value\":\"19506000134359\"}]}");
        Refusal refusal = refusal(() -> create("{\"code\":\"D\",\"tracking\":\"lot\",\"gtin\":\"19506000134359\"}"));
        assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly("/gtin");
        assertThat(items.find("B")).isNull();
        assertThat(items.find("D")).isNull();
    }

    @Test
    void partNumbersMayNameSeveralItems() {
        for (String code : List.of("A", "B")) {
            create("{\"code\":\"" + code
                    + "\",\"tracking\":\"lot\",\"codes\":[{\"scheme\":\"part\",\"value\":\"P-1\"}]}");
        }
        assertThat(items.named(new ItemKey(ItemKey.Scheme.PART, "P-1")))
                .extracting(n -> n.item().code())
                .containsExactly("A", "B");
    }

    @Test
    void everyFaultOfNumbersAndLinksIsNamed() {
        Refusal refusal = refusal(() -> create("""
                {"code":"A","tracking":"lot","gtin":"09506000134352","codes":[
                  {"scheme":"gtin","value":"9506000134353"},{"scheme":"gtin","value":"9506000134352"},
                  {"scheme":"asin","value":"B00"},{"scheme":"part","value":" "},null,
                  {"scheme":"hibc","value":"+A123BJC5D6E71H"},{"scheme":"part","value":"P","contains":"0"},
                  {"scheme":"ppn","value":"110375286415"}],
                 "links":[{"type":"pip","href":"https://example.com"},{"type":"gs1:pip","href":"javascript:alert(1)"},
                  {"type":"gs1:pip","href":"https://{lot}.example.com/"},{"type":"gs1:pip","href":"//example.com/"},
                  {"type":"gs1:pip","href":"https://a:b@example.com/"},null,
                  {"type":"gs1:pip","href":"https://example.com/{lot","language":"not a language","level":"box"}]}
                """));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.faults())
                .extracting(Refusal.Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/codes/0/value",
                        "/codes/1/value",
                        "/codes/2/scheme",
                        "/codes/3/value",
                        "/codes/4",
                        "/codes/5/value",
                        "/codes/6/contains",
                        "/codes/7/value",
                        "/links/0/type",
                        "/links/1/href",
                        "/links/2/href",
                        "/links/3/href",
                        "/links/4/href",
                        "/links/5",
                        "/links/6/href",
                        "/links/6/language",
                        "/links/6/level");
    }

    @Test
    void triedRecordsSeeEachOthersNumbersAndLeaveNone() {
        Items trial = items.trial();
        String numbered = "\"tracking\":\"lot\",\"codes\":[{\"scheme\":\"hibc\",\"value\":\"A123BJC5D6E71\"}]}";
        trial.create(body("{\"code\":\"A\"," + numbered), "anna");
        assertThat(refusal(() -> trial.create(body("{\"code\":\"B\"," + numbered), "anna"))
                        .code())
                .isEqualTo("number-taken");
        assertThat(items.named(new ItemKey(ItemKey.Scheme.HIBC, "A123BJC5D6E71")))
                .isEmpty();
    }

    @Test
    void badCodesAreRefused() {
        for (String code : List.of("", " A", "A ", "A\\u0000B", "A\\nB", "\\ud800", "x".repeat(65))) {
            assertThat(refusal(() -> create("{\"code\":\"" + code + "\",\"tracking\":\"none\"}"))
                            .status())
                    .as(code)
                    .isEqualTo(422);
        }
        assertThat(create("{\"code\":\"" + "x".repeat(64) + "\",\"tracking\":\"none\"}")
                        .id())
                .isPositive();
        assertThat(create("{\"code\":\"Schraube Ø5 😀\",\"tracking\":\"none\"}").id())
                .isPositive();
    }

    @Test
    void piecesWithASerialHaveNoDecimals() {
        assertThat(refusal(() -> create("{\"code\":\"BIKE\",\"tracking\":\"serial\",\"decimals\":1}"))
                        .faults())
                .extracting(Refusal.Fault::pointer)
                .containsExactly("/decimals");
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() {
        IntStream.range(0, 25).forEach(i -> create("{\"code\":\"I%02d\",\"tracking\":\"none\"}".formatted(i)));
        Set<String> seen = new HashSet<>();
        String after = null;
        int pages = 0;
        do {
            var page = items.page(after, null, 7);
            page.items().forEach(i -> assertThat(seen.add(i.code())).isTrue());
            after = page.nextCursor();
            pages++;
        } while (after != null);
        assertThat(seen).hasSize(25);
        assertThat(pages).isEqualTo(4);
        assertThat(items.page(null, "i1", 100).items()).hasSize(10);
    }

    @Test
    void anUnknownItemIsNotFound() {
        assertThat(refusal(() -> items.existing("NOTHING")).status()).isEqualTo(404);
        var any = body("{\"code\":\"NOTHING\",\"tracking\":\"none\"}");
        assertThat(refusal(() -> items.change("NOTHING", any, null, "anna")).status())
                .isEqualTo(404);
    }
}
