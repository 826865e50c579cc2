/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.exchange.Epcis.OTHER_SITE;
import static org.gozinto.exchange.Epcis.PARTNER;
import static org.gozinto.exchange.Epcis.SITE;
import static org.gozinto.exchange.Epcis.amounts;
import static org.gozinto.exchange.Epcis.at;
import static org.gozinto.exchange.Epcis.document;
import static org.gozinto.exchange.Epcis.end;
import static org.gozinto.exchange.Epcis.event;
import static org.gozinto.exchange.Epcis.item;
import static org.gozinto.exchange.Epcis.lgtin;
import static org.gozinto.exchange.Epcis.place;
import static org.gozinto.exchange.Epcis.sgtin;
import static org.gozinto.exchange.Epcis.sscc;
import static org.gozinto.exchange.Epcis.text;
import static org.gozinto.exchange.Epcis.texts;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each kind of event does to stock. Every test has an item of its own. */
class EventsTest {

    @TempDir
    static Path directory;

    static ImportHouse house;

    @BeforeAll
    static void start() {
        house = new ImportHouse(directory);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static String made(String item, int day, String site) {
        return event(
                "ObjectEvent",
                day,
                text("action", "ADD"),
                text("bizStep", "commissioning"),
                texts("epcList", sgtin(item, "1"), sgtin(item, "2")),
                at(site));
    }

    private static String observed(String item, int day, String step, String... more) {
        return event(
                "ObjectEvent",
                day,
                text("action", "OBSERVE"),
                text("bizStep", step),
                texts("epcList", sgtin(item, "1")),
                String.join(",", more));
    }

    private static void recorded(String document, String counts) {
        var answer = house.take(document);
        assertThat(answer.counts()).as(answer.json().toPrettyString()).isEqualTo(counts);
    }

    private static void isAt(String item, String serial, String place) {
        assertThat(house.placesOf(item(item), "serial=" + serial)).contains(place + "=1");
    }

    @Test
    void commissioningMakesSerialsWithLotAndExpiry() {
        recorded(
                document(event(
                        "ObjectEvent",
                        1,
                        text("action", "ADD"),
                        texts("epcList", sgtin("100001", "1")),
                        at(SITE),
                        "\"ilmd\":{\"cbvmda:lotNumber\":\"L1\",\"cbvmda:itemExpirationDate\":\"2027-05-31\"}")),
                "1 0 0 0");
        var unit = house.get("/api/v1/units?item=" + item("100001") + "&serial=1");
        assertThat(unit.text("/items/0/lot")).isEqualTo("L1");
        assertThat(unit.text("/items/0/expiry")).isEqualTo("2027-05-31");
        isAt("100001", "1", place(SITE));
    }

    @Test
    void shippingGoesToTheNewOwner() {
        recorded(
                document(
                        made("100002", 1, SITE),
                        observed(
                                "100002",
                                2,
                                "shipping",
                                end("destinationList", "destination", "owning_party", PARTNER))),
                "2 0 0 0");
        isAt("100002", "1", place(PARTNER));
        isAt("100002", "2", place(SITE));
    }

    @Test
    void shippingOfWhatNobodyHasSeenComesOpenlyFromUnknown() {
        var answer = house.take(document(observed(
                "100003",
                2,
                "shipping",
                end("sourceList", "source", "location", SITE),
                end("destinationList", "destination", "owning_party", PARTNER))));
        assertThat(answer.counts()).as(answer.json().toPrettyString()).isEqualTo("1 0 0 0");
        assertThat(answer.text("/events/0/alerts/0/code")).isEqualTo("shortfall");
        isAt("100003", "1", place(PARTNER));
    }

    @Test
    void receivingComesFromThePartnerThatSent() {
        var answer = house.take(document(observed(
                "100004", 2, "receiving", at(SITE), end("sourceList", "source", "possessing_party", PARTNER))));
        assertThat(house.get("/api/v1/entries/" + answer.text("/events/0/id")).text("/type"))
                .isEqualTo("receive");
        isAt("100004", "1", place(SITE));
    }

    @Test
    void receivingWhatAPartnerHoldsTakesItFromThere() {
        recorded(
                document(
                        made("100005", 1, SITE),
                        observed(
                                "100005",
                                2,
                                "shipping",
                                end("destinationList", "destination", "owning_party", PARTNER)),
                        observed(
                                "100005",
                                3,
                                "receiving",
                                at(OTHER_SITE),
                                end("sourceList", "source", "owning_party", PARTNER))),
                "3 0 0 0");
        isAt("100005", "1", place(OTHER_SITE));
        assertThat(house.placesOf(item("100005"), "serial=1")).hasSize(1);
    }

    @Test
    void storingElsewhereMovesAndTheSameDocumentAgainChangesNothing() {
        String document = document(
                made("100006", 1, SITE),
                observed("100006", 2, "storing", at(OTHER_SITE)),
                observed("100006", 3, "storing", at(SITE)));
        recorded(document, "3 0 0 0");
        recorded(document, "0 3 0 0");
        isAt("100006", "1", place(SITE));
    }

    @Test
    void anObservationThatTellsNothingNewIsNotedNowAndAfterTheThingHasMovedOn() {
        String seen = document(observed("100007", 2, "storing", at(SITE)));
        recorded(document(made("100007", 1, SITE)), "1 0 0 0");
        recorded(seen, "0 0 1 0");
        recorded(document(observed("100007", 3, "storing", at(OTHER_SITE))), "1 0 0 0");
        recorded(seen, "0 0 1 0");
        isAt("100007", "1", place(OTHER_SITE));
    }

    @Test
    void aLateObservationDoesNotBringBackWhatHasMovedOn() {
        recorded(document(made("100008", 1, SITE), observed("100008", 5, "storing", at(OTHER_SITE))), "2 0 0 0");
        var late = house.take(document(observed("100008", 3, "storing", at("00003"))));
        assertThat(late.text("/events/0/noted")).contains("moved on");
        isAt("100008", "1", place(OTHER_SITE));
    }

    @Test
    void aPlaceWhereThingsAreOnlyReadDoesNotMoveThem() {
        recorded(
                document(
                        made("100009", 1, SITE),
                        observed(
                                "100009",
                                2,
                                "inspecting",
                                "\"readPoint\":{\"id\":\"" + Epcis.sgln(OTHER_SITE) + "\"}")),
                "1 0 1 0");
        isAt("100009", "1", place(SITE));
    }

    @Test
    void decommissioningScraps() {
        recorded(
                document(
                        made("100010", 1, SITE),
                        event(
                                "ObjectEvent",
                                2,
                                text("action", "DELETE"),
                                text("bizStep", "decommissioning"),
                                texts("epcList", sgtin("100010", "1")))),
                "2 0 0 0");
        isAt("100010", "1", "scrap");
    }

    @Test
    void amountsOfLotsKeepTheirUnit() {
        String amount = amounts("quantityList", lgtin("100011", "L7"), "12.5", "KGM");
        recorded(document(event("ObjectEvent", 1, text("action", "ADD"), amount, at(SITE))), "1 0 0 0");
        assertThat(house.get("/api/v1/items/" + item("100011")).text("/unit")).isEqualTo("KGM");
        assertThat(house.placesOf(item("100011"), "lot=L7")).containsExactly(place(SITE) + "=12.500");
        recorded(
                document(event(
                        "ObjectEvent",
                        2,
                        text("action", "OBSERVE"),
                        text("bizStep", "storing"),
                        amount,
                        at(OTHER_SITE))),
                "1 0 0 0");
        assertThat(house.placesOf(item("100011"), "lot=L7")).containsExactly(place(OTHER_SITE) + "=12.500");
    }

    @Test
    void packingAndUnpacking() {
        String box = "1000000012";
        recorded(
                document(
                        made("100012", 1, SITE),
                        event(
                                "AggregationEvent",
                                2,
                                text("action", "ADD"),
                                text("parentID", sscc(box)),
                                texts("childEPCs", sgtin("100012", "1"), sgtin("100012", "2")),
                                at(SITE))),
                "2 0 0 0");
        isAt("100012", "2", Epcis.box(box));
        recorded(
                document(event(
                        "AggregationEvent",
                        3,
                        text("action", "DELETE"),
                        text("parentID", sscc(box)),
                        texts("childEPCs", sgtin("100012", "1")),
                        at(SITE))),
                "1 0 0 0");
        isAt("100012", "1", place(SITE));
        isAt("100012", "2", Epcis.box(box));
    }

    @Test
    void unpackingWithoutChildrenEmptiesTheParent() {
        String box = "1000000013";
        recorded(
                document(
                        made("100013", 1, SITE),
                        event(
                                "AggregationEvent",
                                2,
                                text("action", "ADD"),
                                text("parentID", sscc(box)),
                                texts("childEPCs", sgtin("100013", "1"), sgtin("100013", "2")),
                                at(SITE)),
                        event(
                                "AggregationEvent",
                                3,
                                text("action", "DELETE"),
                                text("parentID", sscc(box)),
                                at(OTHER_SITE))),
                "3 0 0 0");
        isAt("100013", "1", place(OTHER_SITE));
        isAt("100013", "2", place(OTHER_SITE));
    }

    @Test
    void aParentlessAggregationIsRefusedUnlessItIsSeenOnly() {
        var answer = house.take(document(event(
                "AggregationEvent", 2, text("action", "ADD"), texts("childEPCs", sgtin("100014", "1")), at(SITE))));
        assertThat(answer.text("/events/0/errors/0/pointer")).isEqualTo("/epcisBody/eventList/0/parentID");
    }

    @Test
    void transformationIsARunWithInputsAndOutputs() {
        var answer = house.take(document(
                made("100015", 1, SITE),
                event(
                        "TransformationEvent",
                        2,
                        text("transformationID", "urn:uuid:0b8c1c9e-0000-4000-8000-000000000015"),
                        texts("inputEPCList", sgtin("100015", "1")),
                        amounts("inputQuantityList", lgtin("100016", "X"), "4", "KGM"),
                        texts("outputEPCList", sgtin("100017", "1")),
                        at(SITE))));
        assertThat(answer.counts()).as(answer.json().toPrettyString()).isEqualTo("2 0 0 0");
        isAt("100017", "1", place(SITE));
        var trace = house.trace("direction=backward&item=" + item("100017") + "&serial=1");
        assertThat(trace.json().path("units").toString()).contains(item("100015"), item("100016"));
        assertThat(trace.text("/complete")).isEqualTo("false");
    }

    @Test
    void anInputWithoutQuantityIsRefused() {
        var answer = house.take(document(event(
                "TransformationEvent",
                2,
                "\"inputQuantityList\":[{\"epcClass\":\"" + lgtin("100018", "X") + "\"}]",
                texts("outputEPCList", sgtin("100019", "1")),
                at(SITE))));
        assertThat(answer.text("/events/0/code")).isEqualTo("quantity-missing");
        assertThat(answer.text("/events/0/errors/0/pointer"))
                .isEqualTo("/epcisBody/eventList/0/inputQuantityList/0/quantity");
    }

    @Test
    void associationInstallsAndRemoves() {
        String host = "urn:epc:id:grai:0614141.20002.1";
        recorded(
                document(
                        made("100020", 1, SITE),
                        event(
                                "AssociationEvent",
                                2,
                                text("action", "ADD"),
                                text("parentID", host),
                                texts("childEPCs", sgtin("100020", "1")),
                                at(SITE))),
                "2 0 0 0");
        assertThat(house.placesOf(item("100020"), "serial=1").toString()).contains("GRAI-");
        recorded(
                document(event(
                        "AssociationEvent",
                        3,
                        text("action", "DELETE"),
                        text("parentID", host),
                        texts("childEPCs", sgtin("100020", "1")),
                        at(OTHER_SITE))),
                "1 0 0 0");
        isAt("100020", "1", place(OTHER_SITE));
    }

    @Test
    void anErrorDeclarationVoidsTheEventItNames() {
        String id = text("eventID", "urn:uuid:0b8c1c9e-0000-4000-8000-000000000021");
        String move = observed("100021", 2, "storing", id, at(OTHER_SITE));
        recorded(document(made("100021", 1, SITE), move), "2 0 0 0");
        String wrong = document(observed(
                "100021",
                2,
                "storing",
                id,
                at(OTHER_SITE),
                "\"errorDeclaration\":{\"declarationTime\":\"2026-02-01T00:00:00Z\",\"reason\":\"did_not_occur\"}"));
        recorded(wrong, "1 0 0 0");
        isAt("100021", "1", place(SITE));
        recorded(wrong, "0 1 0 0");
        recorded(document(move), "0 1 0 0");
        isAt("100021", "1", place(SITE));
    }

    @Test
    void oneIdForTwoEventsIsRefused() {
        String id = text("eventID", "urn:uuid:0b8c1c9e-0000-4000-8000-000000000022");
        recorded(document(made("100022", 1, SITE), observed("100022", 2, "storing", id, at(OTHER_SITE))), "2 0 0 0");
        var answer = house.take(document(observed("100022", 3, "storing", id, at(SITE))));
        assertThat(answer.number("/events/0/status")).isEqualTo(409);
        assertThat(answer.text("/events/0/code")).isEqualTo("id-reused");
    }

    @Test
    void eventsAreRecordedInTheOrderOfTheirTimes() {
        var answer = house.take(document(observed("100023", 2, "storing", at(OTHER_SITE)), made("100023", 1, SITE)));
        assertThat(answer.counts()).as(answer.json().toPrettyString()).isEqualTo("2 0 0 0");
        assertThat(answer.text("/sorted")).isEqualTo("true");
        assertThat(answer.number("/events/1/seq")).isLessThan(answer.number("/events/0/seq"));
        isAt("100023", "1", place(OTHER_SITE));
    }

    @Test
    void oneBadEventDoesNotTakeTheOthersWithIt() {
        String twice = made("100024", 1, SITE);
        var answer = house.take(document(
                twice,
                event("PartyEvent", 1, text("action", "ADD")),
                event("TransactionEvent", 1, text("action", "ADD")),
                event("ObjectEvent", 1, text("action", "ADD"), texts("epcList", "urn:epc:id:sgtin:06.1.2"), at(SITE)),
                twice));
        assertThat(answer.counts()).as(answer.json().toPrettyString()).isEqualTo("1 1 2 1");
        assertThat(answer.text("/events/1/noted")).contains("PartyEvent");
        assertThat(answer.text("/events/3/errors/0/pointer")).isEqualTo("/epcisBody/eventList/3/epcList/0");
    }
}
