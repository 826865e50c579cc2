/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents that others wrote, one after the other into one ledger: events recorded, repeated, noted and refused. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealDocumentsTest {

    @TempDir
    static Path directory;

    static ImportHouse house;

    @BeforeAll
    static void start() {
        ImportHouse.real("1.2-xml/ObjectEvent.xml");
        house = new ImportHouse(directory);
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    private static ImportHouse.Answer send(String file) {
        return house.send(file.endsWith(".xml") ? ImportHouse.XML : ImportHouse.JSON, ImportHouse.real(file));
    }

    @Order(1)
    @ParameterizedTest
    @CsvSource({
        "1.2-xml/ObjectEvent.xml, 1 0 0 0",
        "1.2-xml/TransformationEvent.xml, 0 0 1 0",
        "2.0-json/AggregationEvent.json, 1 0 0 0",
        "2.0-json/AssociationEvent.json, 2 0 0 0",
        "2.0-json/Combination_of_different_event.json, 1 0 3 2",
        "2.0-json/ObjectEvent.json, 0 0 2 0",
        "2.0-json/ObjectEvent_with_digitalLink.json, 1 0 0 0",
        "2.0-json/ObjectEvent_with_error_declaration.json, 0 0 2 0",
        "2.0-json/TransformationEvent.json, 1 0 0 0"
    })
    void eventsFindTheirWayIntoTheLedger(String file, String counts) {
        var answer = send(file);
        assertThat(answer.counts()).as(answer.json().toPrettyString()).isEqualTo(counts);
    }

    @Order(2)
    @ParameterizedTest
    @CsvSource({
        "2.0-xml/AggregationEvent.xml, 0 1 0 0",
        "2.0-xml/AssociationEvent.xml, 0 2 0 0",
        "2.0-xml/Combination_of_different_event.xml, 0 1 3 2",
        "2.0-xml/ObjectEvent.xml, 0 0 2 0",
        "2.0-xml/ObjectEvent_with_digitalLink.xml, 0 1 0 0",
        "2.0-xml/ObjectEvent_with_error_declaration.xml, 0 0 2 0",
        "2.0-xml/TransformationEvent.xml, 0 1 0 0",
        "1.2-xml/ObjectEvent.xml, 0 1 0 0"
    })
    void theSameEventsInTheOtherFormChangeNothing(String file, String counts) {
        var answer = send(file);
        assertThat(answer.counts()).as(answer.json().toPrettyString()).isEqualTo(counts);
        assertThat(answer.texts("/masters/items")).isEmpty();
    }

    @Order(3)
    @Test
    void aDocumentWithoutContextIsRefusedAsAWhole() {
        var answer = send("2.0-invalid/EPCISDocument_without_context.json");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("no-context");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/@context");
    }

    @Order(3)
    @ParameterizedTest
    @CsvSource({
        "2.0-invalid/ObjectEvent_with_invalid_action.json, /epcisBody/eventList/0/action",
        "2.0-invalid/ObjectEvent_with_quantity_as_text.json, /epcisBody/eventList/0/quantityList/0/quantity"
    })
    void anInvalidEventIsRefusedWithAPointerToTheFault(String file, String pointer) {
        var answer = send(file);
        assertThat(answer.counts()).isEqualTo("0 0 0 1");
        assertThat(answer.text("/events/0/code")).isEqualTo("invalid");
        assertThat(answer.text("/events/0/errors/0/pointer")).isEqualTo(pointer);
        assertThat(List.of("items", "places", "partners"))
                .allMatch(m -> answer.texts("/masters/" + m).isEmpty());
    }
}
