/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.List;
import org.gozinto.item.GivenItems;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.recall.PublicRecalls.Affected;
import org.gozinto.recall.PublicRecalls.Range;

/**
 * What the tests of the check have in their book: scooters with serials from a template with a check digit, packs with
 * serials that count up, cells in lots, brakes with lot and serial.
 */
public final class GivenUnits {

    public static final String SCOOTER = "09506000134352";
    public static final String PACK = "09506000134369";
    public static final String CELL = "09506000134376";
    public static final String BRAKE = "09506000134383";

    /** The first scooter; affected. */
    public static final long SCOOTER_1 = 11;

    public static final long PACK_1 = 21;
    public static final long CELL_1 = 31;
    public static final long CELL_2 = 32;
    public static final long BRAKE_LOT = 41;
    public static final long BRAKE_1 = 42;

    private GivenUnits() {}

    /** Fills the book of a server, and publishes the recalls. */
    public static void in(AccessServer server) {
        GivenItems.in(
                server.bean(Items.class),
                """
                {"code":"SCOOTER","name":"Voltride 2 scooter","tracking":"serial","gtin":"%s"}""".formatted(SCOOTER),
                """
                {"code":"PACK","name":"Battery pack","tracking":"serial","gtin":"%s"}""".formatted(PACK),
                """
                {"code":"CELL","name":"Cell 21700","tracking":"lot","gtin":"%s"}""".formatted(CELL),
                """
                {"code":"BRAKE","name":"Brake lever","tracking":"lot+serial","gtin":"%s"}""".formatted(BRAKE));
        Database database = server.bean(Database.class);
        database.write(transaction -> {
            transaction
                    .sql("insert into numbering (item_id, version, body) values (1, 1, ?)")
                    .param("""
                    {"serial":{"template":"VR-{n:5}{check:97}","reset":"never","per":[],"lengthMax":20}}""")
                    .update();
            unit(transaction, SCOOTER_1, 2, 1, number(1), 0);
            unit(transaction, 12, 2, 1, number(2), 0);
            unit(transaction, PACK_1, 2, 2, "P1001", 0);
            for (int n = 2; n <= 40; n++) {
                unit(transaction, PACK_1 + 1000 + n, 2, 2, "P" + (1000 + n), 0);
            }
            unit(transaction, CELL_1, 1, 3, "L-77", 0);
            unit(transaction, CELL_2, 1, 3, "L-78", 0);
            unit(transaction, BRAKE_LOT, 1, 4, "B7", 0);
            unit(transaction, BRAKE_1, 2, 4, "BR-1", BRAKE_LOT);
            unit(transaction, 43, 2, 4, "P1001", 0);
            unit(transaction, 44, 1, 4, "B8", 0);
            unit(transaction, 45, 2, 4, "BR-9", 44);
            return 0;
        });
        publish(server);
    }

    /** The recalls: of a scooter and a pack, of a lot of cells, and of a lot of brakes. */
    public static void publish(AccessServer server) {
        server.bean(GivenRecalls.class)
                .none()
                .publish(
                        GivenRecalls.recall(
                                "R-2026-001",
                                "Lot of cells can leak",
                                null,
                                new Affected("CELL", "Cell 21700", CELL, List.of("L-77"), List.of())),
                        CELL_1)
                .publish(
                        GivenRecalls.recall(
                                "R-2026-002",
                                "Brake lever can break",
                                "Bremshebel kann brechen",
                                new Affected("BRAKE", "Brake lever", BRAKE, List.of("B7"), List.of())),
                        BRAKE_LOT,
                        BRAKE_1)
                .publish(
                        GivenRecalls.recall(
                                "VR-2026-03",
                                "Battery can overheat",
                                "Akku kann überhitzen",
                                new Affected(
                                        "SCOOTER",
                                        "Voltride 2 scooter",
                                        SCOOTER,
                                        List.of(),
                                        List.of(new Range(number(1), number(1), 1))),
                                new Affected(
                                        "PACK",
                                        "Battery pack",
                                        PACK,
                                        List.of(),
                                        List.of(new Range("P1001", "P1001", 1)))),
                        SCOOTER_1,
                        PACK_1);
    }

    /** The n-th number of the scooter's template. */
    public static String number(int n) {
        String body = String.format("VR-%05d", n);
        return body + org.gozinto.identify.numbering.Check.MOD97.of(new StringBuilder(body));
    }

    private static void unit(
            org.springframework.jdbc.core.simple.JdbcClient transaction,
            long id,
            int kind,
            long item,
            String number,
            long lot) {
        transaction.sql("""
                        insert into unit (id, kind, item_id, issuer_id, number, twin, lot_id, first_seq, first_us)
                        values (?, ?, ?, 0, ?, 0, ?, 1, 1)
                        """).params(id, kind, item, number, lot).update();
    }
}
