/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActLinesTest {

    private static final String HEAD = "\"id\":\"id-1\",\"occurredAt\":\"2026-03-01T10:15:00.000+01:00\"";
    private static final Header HEADER = new Header("id-1", new Moment(1_772_356_500_000L, 60));

    @Test
    void receiptNamesLotAndItsDates() {
        Origin origin = new Origin(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), "X\"9");
        Line line = Line.ofLot("CELL-21700", "C-1", new BigDecimal("30")).born(origin);

        assertThat(new Act.Receive(HEADER, "ACME", "A-01", List.of(line)).json())
                .isEqualTo("{\"type\":\"receive\"," + HEAD + ",\"from\":\"ACME\",\"to\":\"A-01\",\"lines\":"
                        + "[{\"item\":\"CELL-21700\",\"lot\":\"C-1\",\"qty\":\"30\",\"expiry\":\"2027-01-01\","
                        + "\"manufactured\":\"2026-01-01\",\"supplierLot\":\"X\\\"9\"}]}");
    }

    @Test
    void shipmentNamesSerialsAndContainers() {
        Line line = Line.ofSerials("SCOOTER-S1", List.of("E1", "E2")).out("A-02");
        Header header = HEADER.forDocument("order", "SO-1").noting("delivery", "DN-1");

        assertThat(new Act.Ship(header, "A-01", "D-1", new Goods(List.of(line), List.of("3950"))).json())
                .isEqualTo("{\"type\":\"ship\"," + HEAD
                        + ",\"reference\":{\"type\":\"order\",\"number\":\"SO-1\"},"
                        + "\"attributes\":{\"delivery\":\"DN-1\"},\"from\":\"A-01\",\"to\":\"D-1\","
                        + "\"lines\":[{\"item\":\"SCOOTER-S1\",\"serials\":[\"E1\",\"E2\"],\"from\":\"A-02\"}],"
                        + "\"containers\":[\"3950\"]}");
    }

    @Test
    void runNamesInputsOutputsAndLinks() {
        Unit in = Unit.lot("CELL-21700", "C-1");
        Unit out = Unit.serial("PACK-36V", "P1");
        Line consume = Line.ofLot("CELL-21700", "C-1", BigDecimal.TEN).out("A-01");
        Line produce = Line.ofSerials("PACK-36V", List.of("P1")).into("A-02");
        List<Link> links = List.of(new Link(in, out, BigDecimal.TEN));

        assertThat(new Act.Produce(HEADER, "MO-1", List.of(consume), List.of(produce), links, true).json())
                .isEqualTo("{\"type\":\"produce\"," + HEAD + ",\"run\":\"MO-1\","
                        + "\"consume\":[{\"item\":\"CELL-21700\",\"lot\":\"C-1\",\"qty\":\"10\",\"from\":\"A-01\"}],"
                        + "\"produce\":[{\"item\":\"PACK-36V\",\"serial\":\"P1\",\"to\":\"A-02\"}],"
                        + "\"links\":[{\"in\":{\"item\":\"CELL-21700\",\"lot\":\"C-1\"},"
                        + "\"out\":{\"item\":\"PACK-36V\",\"serial\":\"P1\"},\"qty\":\"10\"}],\"close\":true}");
    }

    @Test
    void holdNamesUnitsAndPurposes() {
        Unit unit = Unit.serial("SCOOTER-S1", "E1");

        assertThat(new Act.Hold(HEADER.because("noise\n"), List.of(unit), List.of("ship")).json())
                .isEqualTo("{\"type\":\"hold\"," + HEAD + ",\"reason\":\"noise\\u000a\","
                        + "\"units\":[{\"item\":\"SCOOTER-S1\",\"serial\":\"E1\"}],\"blocks\":[\"ship\"]}");
    }

    @Test
    void bothWritersGiveOneActALine() throws IOException {
        ScooterMaker maker = ScooterMaker.of(new Settings(11, 200, LocalDate.of(2026, 1, 1)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder();

        long written = ActLines.writeNdjson(maker.start(), bytes);

        assertThat(ActLines.writeNdjson(maker.start(), text)).isEqualTo(written);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(text.toString());
        assertThat(text.toString().lines())
                .containsExactlyElementsOf(maker.acts().map(Act::json).toList())
                .hasSize((int) written);
    }
}
