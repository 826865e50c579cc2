/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gozinto.genealogy.LiveAnswer;
import org.gozinto.genealogy.ScopeQuestion;
import org.gozinto.genealogy.ScopeSeed;
import org.gozinto.genealogy.ScopeSpots;
import org.gozinto.genealogy.Scopes;
import org.gozinto.genealogy.TraceView;
import org.gozinto.ledger.Database;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.databind.json.JsonMapper;

/** Where the units of a scope are, counted when it is frozen and counted again from the units that were frozen. */
@ParameterizedClass
@EnumSource(Engine.class)
class WhereaboutsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningServer server;
    private final Story story;
    private final Scopes scopes;

    WhereaboutsTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        this.scopes = server.room(Scopes.class);
    }

    /** Cartons, hosts in stock and away, partners, scrap, a vessel, what is used up, and a lot in parts. */
    private void tell() {
        story.serials("CAR", "BIKE", "BAT").vessel("TANK", "\"wellMixed\"");
        story.receive("SUP", "A", "100 R1", "30 Q1");
        story.run("MO1").uses("10 R1").makes("BIKE1", "BIKE2", "BIKE3", "BIKE4").done();
        story.run("MO2").uses("10 R1").makes("BAT1", "BAT2", "BAT3").done();
        story.commission("A", "CAR1", "CAR2");
        story.install("BAT1", "CAR1");
        story.install("BAT2", "CAR2");
        story.pack("BOX1", "A", "BIKE2", "5 R1");
        story.pack("BOX2", "A", "7 R1");
        story.pack("BOX3", "A", "BIKE4");
        story.move("A", "TANK", "20 R1");
        story.move("A", "TANK", "10 Q1");
        story.ship("A", "C1", "CAR1", "3 R1", "[BOX1]", "[BOX2]");
        story.ship("A", "C2", "BIKE1", "4 R1");
        story.giveBack("C2", "A", "1 R1");
        story.scrap("A", "BIKE3", "2 R1");
    }

    private ScopeQuestion question() {
        return ScopeQuestion.of("forward", List.of(JSON.readValue(seed(), ScopeSeed.class)));
    }

    private String seed() {
        return "{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R"));
    }

    private List<String> told(ScopeSpots counted) {
        List<String> told = new ArrayList<>();
        for (ScopeSpots.Spot spot : counted.spots()) {
            told.add("%s: %s %s, %d lots, %d serials%s"
                    .formatted(
                            story.shortName(spot.place()),
                            spot.qty().toPlainString(),
                            story.shortName(spot.item()),
                            spot.lots(),
                            spot.serials(),
                            spot.inHost() ? ", installed" : ""));
        }
        return told;
    }

    @Test
    void whatWasCountedIsWhatItsUnitsSay() {
        tell();
        String id = UUID.randomUUID().toString();
        scopes.freeze(id, "Resin", question(), "anna");
        ScopeSpots counted = scopes.spots(id, 1);
        assertThat(told(counted))
                .containsExactlyInAnyOrder(
                        "A: 1 BAT, 0 lots, 1 serials",
                        "A: 1 BAT, 0 lots, 1 serials, installed",
                        "A: 1 BIKE, 0 lots, 1 serials",
                        "A: 1 CAR, 0 lots, 1 serials",
                        "A: 40.000 R, 1 lots, 0 serials",
                        "C1: 1 BAT, 0 lots, 1 serials, installed",
                        "C1: 1 BIKE, 0 lots, 1 serials",
                        "C1: 1 CAR, 0 lots, 1 serials",
                        "C1: 15.000 R, 3 lots, 0 serials",
                        "C2: 1 BIKE, 0 lots, 1 serials",
                        "C2: 3.000 R, 1 lots, 0 serials",
                        "MO1: 10.000 R, 1 lots, 0 serials",
                        "MO2: 10.000 R, 1 lots, 0 serials",
                        "TANK: 10.000 Q, 1 lots, 0 serials",
                        "TANK: 20.000 R, 1 lots, 0 serials",
                        "scrap: 1 BIKE, 0 lots, 1 serials",
                        "scrap: 2.000 R, 1 lots, 0 serials");
        assertThat(scopes.live(question()).spots()).isEqualTo(counted);
        assertThat(scopes.units(id, 1)).isEqualTo(all(counted));
        Database database = server.room(Database.class);
        assertThat(forget(database, id)).isOne();
        assertThat(scopes.spots(id, 1)).isEqualTo(counted);
        // Kept for the next time.
        assertThat(forget(database, id)).isOne();
    }

    private static RoaringBitmap all(ScopeSpots counted) {
        var all = new RoaringBitmap();
        counted.spots().forEach(spot -> all.or(spot.units()));
        return all;
    }

    /** Takes away what was counted, as if an earlier release had frozen the answer. */
    private static int forget(Database database, String id) {
        return database.write(transaction -> transaction
                .sql("delete from scope_spots where version in"
                        + " (select v.number from scope_version v join scope s on s.number = v.scope where s.id = ?)")
                .param(id)
                .update());
    }

    @Test
    void aCaseShowsTheSameBothWays() {
        tell();
        RecallCase recall = RecallCase.open(server, "recall").prepared(seed()).decided("");
        RecallCase before = RecallCase.open(server, "recall").prepared(seed()).decided("");
        assertThat(forget(
                        server.room(Database.class),
                        before.now().at("/scope/id").asString()))
                .isOne();
        for (String part : List.of("/consignees", "/reconciliation", "/goods?consignee=" + story.code("C1"))) {
            assertThat(server.get(before.path(part)).json())
                    .isEqualTo(server.get(recall.path(part)).json());
        }
    }

    @Test
    void whatWasCountedCannotBeChangedUnnoticed() {
        tell();
        String id = UUID.randomUUID().toString();
        scopes.freeze(id, "Resin", question(), "anna");
        String other = UUID.randomUUID().toString();
        story.ship("A", "C2", "BAT3");
        scopes.freeze(other, "Resin", question(), "anna");
        Database database = server.room(Database.class);
        assertThat(verified(id)).isTrue();
        database.write(transaction -> transaction.sql("""
                        update scope_spots set body = (select x.body from scope_spots x join scope_version v
                            on v.number = x.version join scope s on s.number = v.scope where s.id = ?)
                        where version = (select v.number from scope_version v join scope s on s.number = v.scope
                            where s.id = ?)
                        """).params(other, id).update());
        assertThat(verified(id)).isFalse();
    }

    @Test
    void unitsAreFrozenAsTheyAreShown() {
        tell();
        story.document("Bon \"7\\8\" ü 漢").receive("SUP", "A", "2 R:R\"9\\é", "1 R1");
        story.install("BAT3", "BIKE4", "left \"upper\"");
        story.run("MO3").uses("1 R:R\"9\\é", "1 R1").makes("BIKE5").done();
        for (String more : List.of("", ",\"amounts\":true", ",\"badPieces\":2,\"amounts\":true")) {
            ScopeQuestion question = JSON.readValue(
                    "{\"direction\":\"forward\",\"seeds\":[%s,%s]%s}"
                            .formatted(seed(), seed().replace("R1", "R\\\"9\\\\é"), more),
                    ScopeQuestion.class);
            String id = UUID.randomUUID().toString();
            scopes.freeze(id, "Resin", question, "anna");
            List<TraceView.ReachedView> frozen = new ArrayList<>();
            scopes.forEach(id, 1, frozen::add);
            LiveAnswer live = scopes.live(question);
            List<TraceView.ReachedView> shown =
                    new ArrayList<>(live.some(true, 1_000).units());
            shown.addAll(live.some(false, 1_000).units());
            assertThat(frozen).containsExactlyInAnyOrderElementsOf(shown);
            assertThat(frozen.toString()).contains("R\"9\\é", "left \"upper\"", "\\8\" ü 漢");
            assertThat(verified(id)).isTrue();
        }
    }

    private boolean verified(String id) {
        return server.post("/api/v1/scopes/" + id + ":verify", "")
                .json()
                .at("/ok")
                .asBoolean();
    }
}
