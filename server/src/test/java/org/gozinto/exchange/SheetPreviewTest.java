/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gozinto.exchange.ImportHouse.Answer;
import org.gozinto.ledger.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A preview of acts says what the import will do, and does nothing. */
@ParameterizedClass
@EnumSource(Engines.class)
record SheetPreviewTest(Engines engine) {

    private static final String ACTS = "type,from,to,item,lot,serials,qty,document";

    private static Engines.Home home;
    private static ImportHouse house;

    @BeforeParameterizedClassInvocation
    static void open(Engines engine) throws SQLException {
        home = engine.home();
        house = ImportHouse.on(engine, home);
        house.csv("", "code,kind", "HALL,site", "ANNEX,site");
        house.csv("", "code,roles", "ACME,supplier", "CUST,customer");
        house.csv("", "code,tracking,decimals", "RESIN,lot,3", "PACK,serial,0", "CABLE,none,0");
    }

    @AfterParameterizedClassInvocation
    static void close() {
        house.close();
        home.close();
    }

    private static List<String> statuses(Answer answer) {
        assertThat(answer.status()).as(answer.json().toPrettyString()).isEqualTo(200);
        List<String> statuses = new ArrayList<>();
        for (JsonNode row : answer.json().at("/rows")) {
            statuses.add(row.at("/row").asInt() + " " + row.at("/status").asString()
                    + (row.has("code") ? " " + row.at("/code").asString() : ""));
        }
        return statuses;
    }

    /** The verdicts without the numbers of entries that are not there yet. */
    private static List<JsonNode> verdicts(Answer answer) {
        List<JsonNode> verdicts = new ArrayList<>();
        for (JsonNode row : answer.json().at("/rows")) {
            var verdict = (ObjectNode) row.deepCopy();
            if (verdict.at("/status").asString().equals("recorded")) {
                verdict.remove("seq");
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private static String head() {
        return house.get("/api/v1/entries?order=newest&limit=1").text("/items/0/hash");
    }

    @Test
    void aRowSeesWhatTheRowsBeforeItWouldHaveDone() {
        String[] rows = {
            ACTS, "receive,ACME,HALL,RESIN,S-1,,10,", "move,HALL,ANNEX,RESIN,S-1,,6,", "move,HALL,ANNEX,RESIN,S-1,,6,"
        };
        var answer = house.csv("?dryRun=true", rows);
        assertThat(statuses(answer)).containsExactly("2 recorded", "3 recorded", "4 refused not-there");
        assertThat(answer.text("/checked")).isEqualTo("ledger");
        assertThat(answer.json().at("/rows/0").has("seq")).isFalse();
        assertThat(house.get("/api/v1/units?item=RESIN&lot=S-1")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void aSerialThatIsReceivedTwiceIsRefusedAsInTheImport() {
        String[] rows = {ACTS, "receive,ACME,HALL,PACK,,D1-D3,,", "receive,ACME,HALL,PACK,,D3,,"};
        var preview = house.csv("?dryRun=true", rows);
        assertThat(statuses(preview)).containsExactly("2 recorded", "3 refused serial-exists");
        assertThat(preview.text("/rows/1/errors/0/pointer")).isEqualTo("F3");
        assertThat(verdicts(house.csv("", rows))).isEqualTo(verdicts(preview));
    }

    @Test
    void itSaysOfAMixedFileWhatTheImportSays() {
        house.csv("", ACTS, "receive,ACME,HALL,PACK,,OLD1,,PO-7", "receive,ACME,HALL,PACK,,GONE1,,");
        house.csv("", ACTS, "ship,HALL,CUST,PACK,,GONE1,,", "receive,ACME,HALL,RESIN,HELD,,10,");
        house.act("\"type\":\"hold\",\"units\":[{\"item\":\"RESIN\",\"lot\":\"HELD\"}],\"blocks\":[\"ship\"],"
                + "\"reason\":\"odd smell\"");
        String[] rows = {
            ACTS,
            "receive,ACME,HALL,RESIN,M-1,,10,PO-7",
            "move,HALL,ANNEX,RESIN,M-1,,4,",
            "move,HALL,ANNEX,RESIN,M-1,,7,",
            "receive,ACME,HALL,PACK,,N1-N3,,",
            "receive,ACME,HALL,PACK,,N3,,",
            "receive,ACME,HALL,PACK,,OLD1,,",
            "receive,ACME,HALL,PACK,,GONE1,,",
            "ship,HALL,CUST,RESIN,HELD,,1,",
            "ship,HALL,CUST,PACK,,N1,,",
            "ship,HALL,CUST,PACK,,N1,,",
            "count,,HALL,RESIN,M-1,,5,",
            "receive,ACME,HALL,NOTHING,M-1,,5,",
            "receive,ACME,HALL,RESIN,M-2,,\"1,5\",",
            "scrap,HALL,,CABLE,,,1,",
            "receive,NOBODY,HALL,RESIN,M-2,,1,",
            "receive,ACME,HALL,PACK,,,1,",
            "receive,ACME,HALL,RESIN,M-2,,,",
            "produce,HALL,HALL,RESIN,M-2,,1,",
        };
        String head = head();
        var preview = house.csv("?dryRun=true", rows);
        assertThat(head()).as("nothing was recorded").isEqualTo(head);
        assertThat(statuses(preview))
                .startsWith(
                        "2 recorded",
                        "3 recorded",
                        "4 refused not-there",
                        "5 recorded",
                        "6 refused serial-exists",
                        "7 refused serial-exists",
                        "8 recorded",
                        "9 refused held",
                        "10 recorded",
                        "11 refused not-there",
                        "12 recorded",
                        "13 refused unknown-item")
                .noneMatch(s -> s.matches("1[3-9] recorded"));
        assertThat(preview.text("/rows/6/alerts/0/code")).isEqualTo("suspect-twin");
        assertThat(preview.number("/counts/warned")).isEqualTo(2);

        var done = house.csv("", rows);
        assertThat(verdicts(done)).isEqualTo(verdicts(preview));
        assertThat(done.json().at("/counts")).isEqualTo(preview.json().at("/counts"));

        var again = house.csv("?dryRun=true", rows);
        assertThat(statuses(again)).startsWith("2 repeated", "3 repeated", "4 refused not-there");
        assertThat(again.json().at("/rows/0/seq")).isEqualTo(done.json().at("/rows/0/seq"));
        assertThat(verdicts(house.csv("", rows))).isEqualTo(verdicts(again));
    }

    @Test
    void aFileThatIsTooMuchForTheLedgerIsJudgedByTheMastersAndSaysSo() {
        List<String> rows = new ArrayList<>(List.of("from,to,item,lot,qty"));
        IntStream.rangeClosed(1, 10_000).forEach(n -> rows.add("ACME,HALL,RESIN,T-" + n + ",1"));
        var most = house.csv("?dryRun=true", rows.toArray(String[]::new));
        assertThat(most.text("/checked")).isEqualTo("ledger");
        assertThat(most.json().at("/sheet/remarks").size()).isZero();
        assertThat(most.number("/counts/recorded")).isEqualTo(10_000);

        rows.add("ACME,HALL,RESIN,T-10001,1");
        rows.add("ACME,HALL,NOTHING,T-10002,1");
        var more = house.csv("?dryRun=true", rows.toArray(String[]::new));
        assertThat(more.text("/checked")).isEqualTo("masters");
        assertThat(more.text("/sheet/remarks/0")).contains("not stock, holds and doubled serials");
        assertThat(more.number("/counts/recorded")).isEqualTo(10_001);
        assertThat(more.text("/rows/10001/errors/0/pointer")).isEqualTo("C10003");

        var heavy = house.csv(
                "?dryRun=true",
                "from,to,item,serials",
                "ACME,HALL,PACK,Z0000001-Z0600000",
                "ACME,HALL,PACK,Z0000001-Z0600000");
        assertThat(statuses(heavy)).containsExactly("2 recorded", "3 recorded");
        assertThat(heavy.text("/checked")).isEqualTo("masters");
    }

    @Test
    void ofMastersThereIsNoWordOnWhatWasChecked() {
        assertThat(house.csv("?dryRun=true", "code,roles", "NEW,carrier").json().has("checked"))
                .isFalse();
        assertThat(house.csv("", ACTS, "receive,ACME,HALL,RESIN,W-1,,1,").json().has("checked"))
                .isFalse();
    }
}
