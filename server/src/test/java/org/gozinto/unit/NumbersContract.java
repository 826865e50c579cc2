/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gozinto.item.GivenItems;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Engines;
import org.gozinto.ledger.HandClock;
import org.gozinto.ledger.MasterChanges;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.Storage;
import org.gozinto.ledger.Tables;
import org.gozinto.place.GivenPlaces;
import org.gozinto.place.Places;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What reserved numbers promise, on whichever engine. */
abstract class NumbersContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Engines engine;
    private final HandClock clock = new HandClock("2026-12-01T12:00:00Z");
    private Engines.Home home;
    private Storage storage;
    private Desk desk;

    NumbersContract(Engines engine) {
        this.engine = engine;
    }

    /** All that numbers need, on a book. */
    private static final class Desk {

        private final Database database;
        private final Items items;
        private final Places places;
        private final Numberings numberings;
        private final NumberStore store;
        private final Numbers numbers;
        private final NumberReports reports;

        Desk(Database database, HandClock clock) {
            this.database = database;
            this.places = new Places(database, JSON, clock);
            this.items = new Items(database, JSON, clock, new UseOfItems(new Units(database), places));
            this.numberings = new Numberings(database, places, JSON, clock);
            this.store = new NumberStore(database, items, places);
            this.numbers =
                    new Numbers(store, new Numbers.Masters(items, places, numberings), JSON, clock, new SecureRandom());
            this.reports = new NumberReports(database, numberings, numbers);
        }

        void number(String item, String rule) {
            var body = JSON.readValue("{\"serial\":" + rule + "}", NumberingBody.class);
            numberings.change(items.existing(item), body, null, "anna");
        }

        List<String> take(String item, int count) {
            return take(item, count, null);
        }

        List<String> take(String item, int count, String site) {
            return numbers.take(
                            new NumberRequests.Order(
                                    UUID.randomUUID().toString(), item, "serial", count, null, null, site, null, null),
                            "anna")
                    .numbers();
        }

        NumberReport report(String item) {
            return reports.of(items.existing(item), NumberKind.SERIAL, new NumberReports.Which(null, null, null));
        }

        /** Records serials as the writer of the ledger does. */
        void record(String item, long us, String... serials) {
            long id = items.existing(item).id();
            database.transaction(connection -> {
                var units = new UnitDesk(connection, database.dialect());
                for (String serial : serials) {
                    units.create(new Unit(0, Unit.Kind.SERIAL, id, 0, serial, 0, 0, null, null, null, 1, us, null));
                }
                units.write();
                return serials.length;
            });
        }
    }

    @BeforeEach
    void open() {
        home = engine.home();
        storage = home.open(clock);
        desk = new Desk(storage.database(), clock);
        GivenItems.in(desk.items, "{\"code\":\"BIKE\",\"tracking\":\"serial\"}");
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
        home.close();
    }

    private long us() {
        return clock.instant().getEpochSecond() * 1_000_000;
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.refusal();
    }

    @Test
    void everyChangeOfANumberingStaysKnown() {
        desk.number("BIKE", "{\"template\":\"{n:3}\"}");
        desk.number("BIKE", "{\"template\":\"{n:4}\"}");
        var changes = new MasterChanges(storage.database()).of("numbering", "BIKE");
        assertThat(changes).extracting(MasterChanges.Change::version).containsExactly(1L, 2L);
        assertThat(changes.getFirst().body()).contains("{n:3}");
    }

    @Test
    void aCounterGoesOnWhenTheTemplateChanges() {
        desk.number("BIKE", "{\"template\":\"{n:3}\"}");
        assertThat(desk.take("BIKE", 2)).containsExactly("001", "002");
        desk.number("BIKE", "{\"template\":\"X{n:4}\"}");
        assertThat(desk.take("BIKE", 1)).containsExactly("X0003");
    }

    @Test
    void theDayIsThatOfTheSite() {
        GivenPlaces.in(
                desk.places,
                "{\"code\":\"TOKYO\",\"kind\":\"site\",\"timeZone\":\"Asia/Tokyo\"}",
                "{\"code\":\"LIMA\",\"kind\":\"site\",\"timeZone\":\"America/Lima\"}");
        desk.number("BIKE", "{\"template\":\"{YY}{MM}{DD}{n:3}\",\"reset\":\"day\"}");
        clock.turn(Duration.ofHours(8));
        assertThat(desk.take("BIKE", 1, "LIMA")).containsExactly("261201001");
        assertThat(desk.take("BIKE", 1, "TOKYO")).containsExactly("261202001");
    }

    @Test
    void printedNumbersAreToldFromReservedOnes() {
        desk.number("BIKE", "{\"template\":\"B{n:3}\"}");
        desk.take("BIKE", 5);
        long item = desk.items.existing("BIKE").id();
        assertThat(desk.numbers.printed(item, NumberKind.SERIAL, List.of("B002", "B003", "B900")))
                .isEqualTo(2);
        assertThat(desk.numbers.printed(item, NumberKind.SERIAL, List.of("B002")))
                .isZero();
        desk.record("BIKE", us(), "B003");
        String block = desk.store
                .blocks(item, null, Long.MAX_VALUE, 1)
                .getFirst()
                .shown()
                .block();
        NumberBlock shown = desk.numbers.existingBlock(block);
        assertThat(shown.printed()).isEqualTo(1);
        assertThat(shown.commissioned()).isEqualTo(1);
        assertThat(shown.reserved()).isEqualTo(3);
        assertThat(desk.numbers.printed(block)).isEqualTo(3);
        assertThat(desk.numbers.existingBlock(block).printed()).isEqualTo(4);
        assertThat(desk.numbers.numbersOf(block)).containsExactly("B001", "B002", "B003", "B004", "B005");
        assertThat(desk.numbers.findBlock(UUID.randomUUID().toString())).isNull();
    }

    @Test
    void aTwinOfANumberChangesNothing() {
        desk.number("BIKE", "{\"template\":\"B{n:3}\"}");
        desk.take("BIKE", 2);
        desk.record("BIKE", us(), "B001", "B001");
        desk.record("BIKE", us(), "B001");
        assertThat(desk.report("BIKE").pool().commissioned()).isEqualTo(1);
    }

    @Test
    void aForecastNeedsSevenDaysAndKnowsTheCounter() {
        desk.number("BIKE", "{\"template\":\"B{n:3}\"}");
        desk.take("BIKE", 10);
        assertThat(desk.report("BIKE").perDay()).isNull();
        assertThat(desk.report("BIKE").exhaustedOn()).isNull();
        clock.turn(Duration.ofDays(9));
        desk.take("BIKE", 90);
        NumberReport report = desk.report("BIKE");
        // 100 in ten days; the other 899 last 89 days more from 10 December on.
        assertThat(report.perDay()).isEqualByComparingTo("10");
        assertThat(report.free()).isEqualTo("899");
        assertThat(report.exhaustedOn()).isEqualTo("2027-03-09");
        clock.turn(Duration.ofDays(200));
        assertThat(desk.report("BIKE").perDay()).isEqualByComparingTo("0");
        assertThat(desk.report("BIKE").exhaustedOn()).isNull();
    }

    @Test
    void aCounterThatBeginsAgainInTimeIsNotExhausted() {
        desk.number("BIKE", "{\"template\":\"{YY}{MM}{n:3}\",\"reset\":\"month\"}");
        desk.take("BIKE", 10);
        clock.turn(Duration.ofDays(9));
        desk.take("BIKE", 90);
        assertThat(desk.report("BIKE").exhaustedOn()).isNull();
        desk.take("BIKE", 890);
        // 990 in ten days: the nine that are left do not last a day.
        assertThat(desk.report("BIKE").exhaustedOn()).isEqualTo("2026-12-10");
    }

    @Test
    void thePoolLastsAsLongAsWhatIsRecordedADayLets() {
        desk.number("BIKE", "{\"template\":\"B{n:3}\"}");
        desk.take("BIKE", 40);
        desk.record("BIKE", us(), "B001", "B002", "B003", "B004", "B005");
        clock.turn(Duration.ofDays(9));
        desk.record("BIKE", us(), "B006", "B007", "B008", "B009", "B010");
        var pool = desk.report("BIKE").pool();
        assertThat(pool.perDay()).isEqualByComparingTo("1");
        assertThat(pool.exhaustedOn()).isEqualTo("2027-01-09");
    }

    @Test
    void whatStoodInTheBookBeforeIsPassedOver() {
        desk.record("BIKE", us(), "B001", "B002", "B004");
        desk.number("BIKE", "{\"template\":\"B{n:3}\"}");
        assertThat(desk.take("BIKE", 2)).containsExactly("B003", "B005");
    }

    @Test
    void aNumberingWithoutCounterGivesOneNumber() {
        desk.number("BIKE", "{\"template\":\"{YY}{DDD}\"}");
        assertThat(desk.take("BIKE", 1)).containsExactly("26335");
        assertThat(refusal(() -> desk.take("BIKE", 1)).code()).isEqualTo("numbers-exhausted");
        clock.turn(Duration.ofDays(1));
        assertThat(desk.take("BIKE", 1)).containsExactly("26336");
    }

    @Test
    void aMovedBookGoesOnWhereItWas() throws Exception {
        desk.number("BIKE", "{\"template\":\"B{n:3}\"}");
        desk.take("BIKE", 5);
        desk.record("BIKE", us(), "B001");
        Engines other = engine == Engines.SQLITE ? Engines.POSTGRESQL : Engines.SQLITE;
        try (var to = other.home();
                var target = to.open(clock)) {
            try (var connection = storage.database().readConnection()) {
                connection.setAutoCommit(false);
                Tables.copyMasters(connection, target.database());
                Tables.copyKept(connection, target.database());
                connection.rollback();
            }
            var moved = new Desk(target.database(), clock);
            assertThat(moved.report("BIKE").toString())
                    .isEqualTo(desk.report("BIKE").toString());
            assertThat(moved.take("BIKE", 1)).containsExactly("B006");
        }
    }
}
