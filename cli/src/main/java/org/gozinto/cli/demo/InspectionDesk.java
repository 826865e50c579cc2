/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Looks at some of what stands in stock while the year goes on: cells that came in, packs and scooters at the end of
 * their lines. All of it conforms. Keeps the cell makers' papers, and issues one for a scooter that was shipped.
 */
final class InspectionDesk {

    /** Rounds in a year, however many acts it has, and units of each kind in a round: the demo shall not wait. */
    private static final int ROUNDS_MAX = 4;

    private static final int UNITS_A_ROUND = 2;
    private static final int CELLS_MEASURED = 5;

    private static final Check CELLS = new Check(
            "CELL-IN",
            "Cells at receipt",
            "CELL-21700",
            "lot",
            CELLS_MEASURED,
            "Voltage on arrival",
            new Limits("3.500", "3.600", "3.700", 3));
    private static final Check PACKS = new Check(
            "PACK-END",
            "Packs at the end of the line",
            "PACK-36V",
            "serial",
            1,
            "Voltage at half charge",
            new Limits("35.50", "36.00", "36.50", 2));
    private static final Check SCOOTERS = new Check(
            "SCOOTER-END",
            "Scooters at the end of the line",
            "SCOOTER-S1",
            "serial",
            1,
            "Voltage at the controller",
            new Limits("35.0", "36.0", "37.0", 1));
    private static final List<Check> CHECKS = List.of(CELLS, PACKS, SCOOTERS);

    private final Api api;
    private final ClientIds ids;
    private final long seed;
    private final Map<String, List<String>> looked = new HashMap<>();
    private int rounds;
    private int papers;

    InspectionDesk(Api api, ClientIds ids, long seed) {
        this.api = api;
        this.ids = ids;
        this.seed = seed;
    }

    /** What is looked at: an item by a plan with a look and one measurement in volts, of so many pieces. */
    private record Check(
            String plan, String name, String item, String kind, int pieces, String measured, Limits limits) {

        String stage() {
            return kind.equals("lot") ? "received" : "produced";
        }
    }

    /** Decimal texts, and with how many decimals a reading is given. */
    private record Limits(String lower, String target, String upper, int decimals) {}

    /** Makes the plans. */
    void plan() {
        for (Check check : CHECKS) {
            Json sampling = check.pieces() == 1
                    ? new Json.Fields().with("type", "full")
                    : new Json.Fields().with("type", "fixed").with("n", digits(check.pieces()));
            Json look = new Json.Fields()
                    .with("code", "LOOK")
                    .with("name", "Undamaged, clean and labelled")
                    .with("kind", "attribute")
                    .with("class", "major");
            Json volts = new Json.Fields()
                    .with("code", "VOLT")
                    .with("name", check.measured())
                    .with("kind", "measurement")
                    .with("unit", "V")
                    .with("lower", check.limits().lower())
                    .with("target", check.limits().target())
                    .with("upper", check.limits().upper())
                    .with("decimals", digits(check.limits().decimals()));
            post(
                    "/api/v1/inspection-plans",
                    new Json.Fields()
                            .with("code", check.plan())
                            .with("name", check.name())
                            .with("item", check.item())
                            .with("stage", check.stage())
                            .with("sampling", sampling)
                            .with("characteristics", new Json.Array(List.of(look, volts)))
                            .with("active", new Json.Flag(true)));
        }
    }

    /** Goes through the stock once, as the year stands. */
    void round() {
        if (rounds == ROUNDS_MAX) {
            return;
        }
        rounds++;
        for (Check check : CHECKS) {
            List<String> before = looked.computeIfAbsent(check.item(), item -> new ArrayList<>());
            List<String> numbers = inStock(check).stream()
                    .filter(number -> !before.contains(number))
                    .limit(UNITS_A_ROUND)
                    .toList();
            for (String number : numbers) {
                inspect(check, number);
                before.add(number);
                if (check.equals(CELLS)) {
                    keepPaper(number);
                }
            }
        }
    }

    private List<String> inStock(Check check) {
        Query query = Query.of("/api/v1/units")
                .with("item", check.item())
                .with("kind", check.kind())
                .with("state", "inStock")
                .with("limit", "100");
        return api.need(Request.get(query.toString())).json().list("items").stream()
                .map(unit -> unit.text(check.kind(), ""))
                .toList()
                .reversed();
    }

    private void inspect(Check check, String number) {
        Json opened = post(
                "/api/v1/inspections",
                new Json.Fields()
                        .with("id", ids.next())
                        .with("plan", check.plan())
                        .with("item", check.item())
                        .with(check.kind(), number));
        String steps = "/api/v1/inspections/" + opened.text("number", "") + "/steps";
        step(
                steps,
                new Json.Fields()
                        .with("type", "attributes")
                        .with("characteristic", "LOOK")
                        .with("inspected", digits(check.pieces()))
                        .with("defects", digits(0)));
        step(
                steps,
                new Json.Fields()
                        .with("type", "measure")
                        .with("characteristic", "VOLT")
                        .with("readings", new Json.Array(readings(check, number))));
        step(steps, new Json.Fields().with("type", "judge").with("accept", new Json.Flag(true)));
    }

    /** Within the middle half of what conforms; the same ones for the same unit, for ever. */
    private List<Json> readings(Check check, String number) {
        Random random = new Random(seed * 31 + number.hashCode());
        double half = new BigDecimal(check.limits().upper())
                        .subtract(new BigDecimal(check.limits().lower()))
                        .doubleValue()
                / 2;
        List<Json> readings = new ArrayList<>();
        for (int n = 1; n <= check.pieces(); n++) {
            BigDecimal read = new BigDecimal(check.limits().target())
                    .add(BigDecimal.valueOf((random.nextDouble() - 0.5) * half))
                    .setScale(check.limits().decimals(), RoundingMode.HALF_UP);
            Json.Fields reading = new Json.Fields().with("value", read.toPlainString());
            readings.add(check.kind().equals("serial") ? reading.with("serial", number) : reading.with("n", digits(n)));
        }
        return readings;
    }

    /** The certificate of analysis that came with a lot of cells. */
    private void keepPaper(String lot) {
        Query query = Query.of("/api/v1/certificates:received")
                .with("kind", "analysis")
                .with("item", CELLS.item())
                .with("lot", lot)
                .with("number", "COA-" + lot);
        byte[] paper = SupplierPaper.of(List.of(
                "Certificate of analysis COA-" + lot,
                "Lithium-ion cell 21700, lot " + lot,
                "Capacity 4.95 Ah (at least 4.80 Ah): conforms",
                "Internal resistance 18 mOhm (at most 22 mOhm): conforms"));
        api.need(Request.postOnce(query.toString(), new Content.OfBytes("application/pdf", paper)));
        papers++;
    }

    /**
     * Issues a certificate of conformity for the last scooter that was looked at and is with a partner now.
     *
     * @return what was done, in words
     */
    String certify() {
        String told = looked.values().stream().mapToInt(List::size).sum() + " inspections by " + CHECKS.size()
                + " plans, " + papers + " certificates kept";
        for (String scooter : looked.getOrDefault(SCOOTERS.item(), List.of()).reversed()) {
            String partner = partner(scooter);
            if (partner != null) {
                Json issued = post(
                        "/api/v1/certificates",
                        new Json.Fields()
                                .with("id", ids.next())
                                .with("kind", "conformity")
                                .with("item", SCOOTERS.item())
                                .with("serial", scooter)
                                .with("consignee", partner)
                                .with("language", "en"));
                return told + ", " + issued.text("number", "") + " issued for " + scooter;
            }
        }
        return told;
    }

    /** Who has a scooter; null when it is still in stock. */
    private @Nullable String partner(String scooter) {
        Query query = Query.of("/api/v1/units").with("item", SCOOTERS.item()).with("serial", scooter);
        return api.need(Request.get(query.toString())).json().list("items").stream()
                .flatMap(unit -> unit.list("holdings").stream())
                .filter(holding -> holding.text("kind", "").equals("partner"))
                .map(holding -> holding.text("place", ""))
                .findFirst()
                .orElse(null);
    }

    private Json step(String path, Json step) {
        return post(path, new Json.Fields().with("id", ids.next()).with("step", step));
    }

    private Json post(String path, Json body) {
        return api.need(Request.postOnce(path, Content.json(body))).json();
    }

    private static Json digits(int number) {
        return new Json.Digits(Integer.toString(number));
    }
}
