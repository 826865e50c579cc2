/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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

/** What places and partners promise, on whichever engine. */
abstract class PlacesContract {

    private static final JsonMapper JSON = new JsonMapper();

    private final Engines engine;
    private final HandClock clock = new HandClock("2026-06-01T12:00:00Z");
    private Engines.Home home;
    private Storage storage;
    private Places places;

    PlacesContract(Engines engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        home = engine.home();
        storage = home.open(clock);
        places = reopened();
    }

    private Places reopened() {
        return new Places(storage.database(), JSON, clock);
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
        home.close();
    }

    private static PlaceBody body(String json) {
        return JSON.readValue(json, PlaceBody.class);
    }

    private Place location(String json) {
        return places.createLocation(body(json), "anna");
    }

    private Place partner(String json) {
        return places.createPartner(body(json), "anna");
    }

    private Place change(String code, String json) {
        return change(code, json, null);
    }

    private Place change(String code, String json, Long version) {
        boolean partner = places.existing(code, p -> true, "place").kind() == Place.Kind.PARTNER;
        return places.change(
                code,
                (id, next) ->
                        partner ? body(json).toPartner(id, next) : body(json).toLocation(id, next),
                version,
                "ben");
    }

    private static Refusal refusal(ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("a refusal").isNotNull();
        return refused.refusal();
    }

    private static List<String> pointers(Refusal refusal) {
        return refusal.faults().stream().map(Refusal.Fault::pointer).toList();
    }

    @Test
    void keepsAllThatWasSaid() {
        Place site = location("{\"code\":\"MAIN\",\"kind\":\"site\",\"timeZone\":\"Europe/Berlin\"}");
        Place tank = location(
                "{\"code\":\"T-1\",\"kind\":\"vessel\",\"parent\":\"MAIN\",\"mixing\":\"fifo\",\"overlap\":\"1.5\"}");
        Place acme = partner("{\"code\":\"ACME\",\"name\":\"Acme Zellen\",\"roles\":[\"supplier\",\"manufacturer\"],"
                + "\"gln\":\"9506000134369\",\"attributes\":{\"city\":\"Köln\"}}");
        Places read = reopened();
        assertThat(read.find("MAIN")).isEqualTo(site);
        assertThat(read.find("T-1")).isEqualTo(tank);
        assertThat(read.find("ACME")).isEqualTo(acme);
        assertThat(read.withGln("9506000134369")).containsExactly(acme);
    }

    @Test
    void theVirtualPlacesAreAlwaysThere() {
        assertThat(places.get(Place.OUTSIDE).code()).isEqualTo("outside");
        assertThat(places.get(Place.SCRAP).code()).isEqualTo("scrap");
        assertThat(places.get(Place.ADJUSTMENT).code()).isEqualTo("adjustment");
        assertThat(places.get(Place.UNKNOWN).code()).isEqualTo("unknown");
        assertThat(refusal(() -> location("{\"code\":\"scrap\",\"kind\":\"bin\"}"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aCodeIsUniqueAcrossPlacesAndPartners() {
        location("{\"code\":\"X\",\"kind\":\"bin\"}");
        partner("{\"code\":\"Y\",\"roles\":[\"customer\"]}");
        assertThat(refusal(() -> location("{\"code\":\"X\",\"kind\":\"site\"}")).code())
                .isEqualTo("exists");
        assertThat(refusal(() -> partner("{\"code\":\"X\"}")).code()).isEqualTo("exists");
        assertThat(refusal(() -> location("{\"code\":\"Y\",\"kind\":\"bin\"}")).code())
                .isEqualTo("exists");
        assertThat(refusal(() -> partner("{\"code\":\"Y\"}")).status()).isEqualTo(409);
    }

    @Test
    void manyMadeAtOnceAreAllThere() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var made = IntStream.range(0, 16)
                    .mapToObj(i -> executor.submit(() -> location("{\"code\":\"P" + i + "\",\"kind\":\"bin\"}")))
                    .toList();
            for (var each : made) {
                assertThat(each.get().id()).isPositive();
            }
        }
        assertThat(IntStream.range(0, 16)).allMatch(i -> reopened().find("P" + i) != null);
    }

    @Test
    void everyChangeStaysKnown() {
        location("{\"code\":\"A-01\",\"kind\":\"bin\",\"name\":\"first\"}");
        change("A-01", "{\"code\":\"A-01\",\"kind\":\"bin\",\"name\":\"second\"}");
        change("A-01", "{\"code\":\"A-01\",\"kind\":\"bin\",\"active\":false}");
        var changes = new MasterChanges(storage.database()).of("place", "A-01");
        assertThat(changes).extracting(MasterChanges.Change::version).containsExactly(1L, 2L, 3L);
        assertThat(changes).extracting(MasterChanges.Change::actor).containsExactly("anna", "ben", "ben");
        assertThat(changes.stream().map(c -> body(c.body()).name())).containsExactly("first", "second", "A-01");
        assertThat(reopened().find("A-01").active()).isFalse();
    }

    @Test
    void aChangeBasedOnAnOldVersionIsRefused() {
        location("{\"code\":\"A-01\",\"kind\":\"bin\"}");
        String second = "{\"code\":\"A-01\",\"kind\":\"bin\",\"name\":\"second\"}";
        change("A-01", second, 1L);
        assertThat(refusal(() -> change("A-01", second, 1L)).status()).isEqualTo(412);
        assertThat(new MasterChanges(storage.database()).of("place", "A-01")).hasSize(2);
    }

    /** Two people change the same record at the same moment and neither says which version the change is based on. */
    @Test
    void twoChangesAtOnceLeaveTwoVersions() throws Exception {
        location("{\"code\":\"A-01\",\"kind\":\"bin\"}");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = executor.submit(() -> change("A-01", "{\"code\":\"A-01\",\"kind\":\"bin\",\"name\":\"one\"}"));
            var two = executor.submit(() -> change("A-01", "{\"code\":\"A-01\",\"kind\":\"bin\",\"name\":\"two\"}"));
            assertThat(List.of(one.get().version(), two.get().version())).containsExactlyInAnyOrder(2L, 3L);
        }
        assertThat(new MasterChanges(storage.database()).of("place", "A-01")).hasSize(3);
        Place kept = places.find("A-01");
        assertThat(kept.version()).isEqualTo(3);
        assertThat(reopened().find("A-01")).isEqualTo(kept);
    }

    @Test
    void whatTracesStandOnIsFixed() {
        location("{\"code\":\"T-1\",\"kind\":\"vessel\",\"mixing\":\"wellMixed\"}");
        location("{\"code\":\"A-01\",\"kind\":\"bin\"}");
        assertThat(pointers(refusal(() -> change("T-1", "{\"code\":\"T-2\",\"kind\":\"vessel\"}"))))
                .containsExactly("/code");
        assertThat(pointers(refusal(() -> change("T-1", "{\"code\":\"T-1\",\"kind\":\"bin\"}"))))
                .contains("/kind");
        assertThat(pointers(refusal(() -> change("A-01", "{\"code\":\"A-01\",\"kind\":\"vessel\"}"))))
                .contains("/kind");
        assertThat(pointers(refusal(() -> change("T-1", "{\"code\":\"T-1\",\"kind\":\"vessel\",\"mixing\":\"fifo\"}"))))
                .contains("/mixing");
    }

    @Test
    void noPlaceIsInItself() {
        location("{\"code\":\"S\",\"kind\":\"site\"}");
        location("{\"code\":\"A\",\"kind\":\"area\",\"parent\":\"S\"}");
        location("{\"code\":\"B\",\"kind\":\"bin\",\"parent\":\"A\"}");
        assertThat(pointers(refusal(() -> change("S", "{\"code\":\"S\",\"kind\":\"site\",\"parent\":\"S\"}"))))
                .contains("/parent");
        assertThat(pointers(refusal(() -> change("S", "{\"code\":\"S\",\"kind\":\"site\",\"parent\":\"B\"}"))))
                .contains("/parent");
        assertThat(reopened().find("S").parent()).isNull();
        assertThat(change("B", "{\"code\":\"B\",\"kind\":\"bin\",\"parent\":\"S\"}")
                        .parent())
                .isEqualTo("S");
    }

    @Test
    void aParentIsALocation() {
        partner("{\"code\":\"ACME\"}");
        location("{\"code\":\"T-1\",\"kind\":\"vessel\"}");
        for (String parent : List.of("NOTHING", "ACME", "T-1", "scrap")) {
            assertThat(pointers(
                            refusal(() -> location("{\"code\":\"A\",\"kind\":\"bin\",\"parent\":\"" + parent + "\"}"))))
                    .as(parent)
                    .containsExactly("/parent");
        }
    }

    @Test
    void theTreeHasALimitThatIsSaid() {
        location("{\"code\":\"L0\",\"kind\":\"site\"}");
        for (int i = 1; i < 20; i++) {
            location("{\"code\":\"L" + i + "\",\"kind\":\"area\",\"parent\":\"L" + (i - 1) + "\"}");
        }
        assertThat(pointers(refusal(() -> location("{\"code\":\"L20\",\"kind\":\"bin\",\"parent\":\"L19\"}"))))
                .containsExactly("/parent");
    }

    @Test
    void anAreaHasTheTimeZoneOfItsSite() {
        location("{\"code\":\"S\",\"kind\":\"site\",\"timeZone\":\"Asia/Tokyo\"}");
        location("{\"code\":\"A\",\"kind\":\"area\",\"parent\":\"S\"}");
        Place bin = location("{\"code\":\"B\",\"kind\":\"bin\",\"parent\":\"A\"}");
        assertThat(places.zoneOf(bin)).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(places.zoneOf(location("{\"code\":\"C\",\"kind\":\"bin\"}"))).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        assertThat(pointers(refusal(() -> location("""
                        {"code":"","kind":"container","mixing":"fifo","timeZone":"Mars/Olympus","gln":"123","roles":["supplier"]}
                        """))))
                .contains("/code", "/kind", "/mixing", "/timeZone", "/gln", "/roles");
        assertThat(pointers(refusal(() -> partner("{\"code\":\"P\",\"kind\":\"bin\",\"roles\":[\"friend\"]}"))))
                .contains("/kind", "/roles/0");
    }
}
