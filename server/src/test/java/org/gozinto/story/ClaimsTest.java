/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.QualityStory.expect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Warranty claims over HTTP, from the failure to the supplier's money. */
@ParameterizedClass
@EnumSource(Engine.class)
class ClaimsTest {

    private static final String CLAIMS = "/api/v1/claims";
    private static final String RECOVERIES = "/api/v1/recoveries";

    private final RunningServer server;
    private final Story story;
    private final QualityStory said;
    private final String operator;

    ClaimsTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        this.said = new QualityStory(story);
        this.operator = said.token("operator");
    }

    private void term(String code, String members) {
        String sent = said.body(members).replaceFirst("\"id\":\"[^\"]*\"", "\"code\":\"" + story.code(code) + "\"");
        expect(201, server.post("/api/v1/terms", sent));
    }

    /** Two packs of cells of two lots; the first is in the scooter that went to a dealer. */
    private void delivered() {
        story.serials("SCOOTER", "PACK").item("CELL", "lot", "").item("CASE", "lot", "");
        story.when("2025-02-03").document("DN-7");
        story.receive("CELLCO", "A", "100 CELL1 supplierLot=X9");
        story.when("2025-02-03").receive("CASECO", "A", "10 CASE1");
        story.when("2025-02-10")
                .run("P1")
                .uses("10 CELL1", "1 CASE1")
                .makes("PACK1")
                .close()
                .done();
        story.when("2025-02-10")
                .run("P2")
                .uses("10 CELL1", "1 CASE1")
                .makes("PACK2")
                .close()
                .done();
        story.when("2025-02-12").commission("A", "SCOOTER1", "SCOOTER2", "SCOOTER3");
        story.when("2025-02-13").install("PACK1", "SCOOTER1", "battery");
        story.when("2025-03-01").ship("A", "DEALER", "SCOOTER1", "SCOOTER3");
        term(
                "W",
                "'name':'Two years','kind':'commercial','scope':{'items':['<SCOOTER>']},"
                        + "'start':[{'event':'shipment'}],'coverages':[{'what':'parts','period':'P2Y'},"
                        + "{'what':'labour','period':'P1Y','deductible':{'amount':'15','currency':'EUR'}}],"
                        + "'exclusions':[{'code':'<MISUSE>'}],"
                        + "'parts':[{'items':['<PACK>'],'replacement':'fresh','period':'P3Y'}]");
        term(
                "S",
                "'name':'Cells','kind':'supplier','supplier':'<CELLCO>','scope':{'items':['<CELL>']},"
                        + "'start':[{'event':'receipt'}],"
                        + "'coverages':[{'what':'parts','period':'P3Y','shares':[{'until':'P3Y','percent':60}]}]");
    }

    private static final String BATTERY =
            "'item':'<SCOOTER>','serial':'SCOOTER1','part':{'item':'<PACK>','serial':'PACK1'},"
                    + "'failedOn':'2025-09-10','description':'It does not charge','country':'DE','partner':'<DEALER>',"
                    + "'reporter':{'name':'Ada','email':'ada@example.org'},"
                    + "'lines':[{'what':'parts','text':'Battery','qty':'1','amount':'200','currency':'EUR'},"
                    + "{'what':'labour','text':'Swap','amount':'40.50','currency':'EUR'},"
                    + "{'what':'travel','amount':'12','currency':'EUR'}],'submit':true";

    private Answer files(String members) {
        return expect(201, server.post(CLAIMS, operator, said.body(members)));
    }

    private Answer tries(Answer claim, String token, String step) {
        return server.post(CLAIMS + "/" + claim.text("/number") + "/steps", token, said.body("'step':{" + step + "}"));
    }

    private Answer step(Answer claim, String step) {
        return expect(201, tries(claim, RunningServer.ADMIN, step));
    }

    private Answer now(Answer claim) {
        return expect(200, server.get(CLAIMS + "/" + claim.text("/number")));
    }

    private static String check(Answer claim, String check) {
        for (var one : claim.json().at("/judgement/checks")) {
            if (one.at("/check").asString().equals(check)) {
                return one.at("/result").asString();
            }
        }
        return "none";
    }

    @Test
    void aBatteryIsSwappedAndTheCellSupplierPaysItsShare() throws IOException {
        delivered();
        String id = UUID.randomUUID().toString();
        Answer claim = expect(201, server.post(CLAIMS, operator, said.body(id, BATTERY)));
        Answer again = expect(200, server.post(CLAIMS, operator, said.body(id, BATTERY)));
        assertThat(again.text("/number")).isEqualTo(claim.text("/number")).startsWith("W-");
        expect(409, server.post(CLAIMS, operator, said.body(id, BATTERY.replace("40.50", "41"))));

        assertThat(claim.text("/state")).isEqualTo("submitted");
        assertThat(claim.texts("/judgement/checks", "/result"))
                .as(claim.toString())
                .hasSize(8)
                .containsOnly("pass");
        assertThat(claim.text("/judgement/verdict")).isEqualTo("part");
        assertThat(claim.texts("/judgement/lines", "/payable")).containsExactly("200.00", "25.50", "0.00");
        assertThat(claim.text("/part/serial")).isEqualTo("PACK1");

        // It is a complaint too; the reporter is known there alone.
        Answer complaint = server.get("/api/v1/complaints/" + claim.text("/complaint"));
        assertThat(complaint.text("/match/unit/serial")).isEqualTo("SCOOTER1");
        assertThat(complaint.text("/reporter/name")).isEqualTo("Ada");
        assertThat(claim.toString()).doesNotContain("ada@example.org");
        assertThat(server.get("/api/v1/complaints/" + claim.text("/complaint") + "/steps")
                        .toString())
                .contains("Warranty claim " + claim.text("/number"));

        decided(claim);
        swapped(claim);
        paid(claim);
        recovered(claim);
    }

    private void decided(Answer claim) {
        expect(403, tries(claim, operator, "'type':'approve'"));
        Answer much =
                expect(422, tries(claim, RunningServer.ADMIN, "'type':'approve','lines':[{'n':1,'amount':'201'}]"));
        assertThat(much.text("/code")).isEqualTo("too-much");
        assertThat(much.pointers()).containsExactly("/step/lines/0/amount");
        Answer more = tries(claim, RunningServer.ADMIN, "'type':'approve','lines':[{'n':3,'amount':'12'}]");
        assertThat(expect(422, more).text("/code")).isEqualTo("reason-needed");
        expect(409, tries(claim, RunningServer.ADMIN, "'type':'pay','amount':'1','currency':'EUR','on':'2025-09-20'"));

        Answer approved = step(claim, "'type':'approve'");
        assertThat(approved.text("/claim/state")).isEqualTo("part");
        assertThat(approved.text("/claim/decision/total/amount")).isEqualTo("225.50");
        // Cells and case came from suppliers: which of them it was somebody has to say.
        assertThat(approved.json().at("/claim/causal").isMissingNode()).isTrue();
        assertThat(approved.texts("/claim/candidates", "/supplier"))
                .containsExactlyInAnyOrder(story.code("CELLCO"), story.code("CASECO"));
        Answer none = tries(claim, operator, "'type':'cause','unit':'" + claim.text("/part/unit") + "'");
        assertThat(expect(422, none).text("/code")).isEqualTo("not-bought");
        String cells =
                approved.json().at("/claim/candidates/0/lot/lot").asString().equals("CELL1") ? "0" : "1";
        Answer caused = step(
                claim, "'type':'cause','unit':'" + approved.text("/claim/candidates/" + cells + "/lot/unit") + "'");
        assertThat(caused.text("/claim/causal/supplierLot")).isEqualTo("X9");
        assertThat(caused.text("/claim/causal/receivedOn")).isEqualTo("2025-02-03");
        assertThat(caused.text("/claim/causal/document")).isEqualTo(story.code("DN-7"));
    }

    private void swapped(Answer claim) {
        String repair = "'type':'repair','removed':{'item':'<PACK>','serial':'PACK1'},"
                + "'installed':{'item':'<PACK>','serial':'PACK2'},'text':'Swapped'";
        Answer early = expect(409, tries(claim, operator, repair));
        assertThat(early.text("/code")).isEqualTo("not-recorded");
        assertThat(early.pointers()).containsExactly("/step/removed");
        story.when("2025-09-12").giveBack("DEALER", "A", "SCOOTER1");
        story.when("2025-09-12").remove("PACK1", "SCOOTER1", "A");
        story.when("2025-09-12").install("PACK2", "SCOOTER1", "battery");
        story.when("2025-09-13").ship("A", "DEALER", "SCOOTER1");
        Answer repaired = expect(201, tries(claim, operator, repair));
        assertThat(repaired.text("/claim/state")).isEqualTo("repaired");
        assertThat(repaired.text("/claim/repair/installed/serial")).isEqualTo("PACK2");
        assertThat(repaired.texts("/claim/repair/entries", "/type")).containsExactly("remove", "install");

        // The new part has an end of its own.
        Answer coverage =
                server.get("/api/v1/coverage?asOf=2025-10-01&item=" + story.code("SCOOTER") + "&serial=SCOOTER1");
        assertThat(coverage.texts("/parts", "/unit/serial")).containsExactly("PACK2");
        assertThat(coverage.texts("/parts", "/until")).as(coverage.toString()).containsExactly("2028-09-12");
        assertThat(coverage.text("/until")).isEqualTo("2027-03-01");

        // What came out cannot fail again.
        Answer second = files(BATTERY.replace("09-10", "09-09"));
        assertThat(second.text("/judgement/verdict")).isEqualTo("notCovered");
        assertThat(check(second, "notClaimed")).isEqualTo("fail");
        Answer twice = expect(409, tries(second, RunningServer.ADMIN, "'type':'approve','reason':'once more'"));
        assertThat(twice.text("/code")).isEqualTo("claimed-already");
        step(second, "'type':'reject','reason':'It was swapped already'");
        assertThat(now(second).text("/decision/decided")).isEqualTo("rejected");
    }

    private void paid(Answer claim) {
        expect(422, tries(claim, RunningServer.ADMIN, "'type':'pay','amount':'1','currency':'USD','on':'2025-09-20'"));
        step(claim, "'type':'pay','amount':'200','currency':'EUR','on':'2025-09-20','reference':'T-1'");
        Answer much =
                tries(claim, RunningServer.ADMIN, "'type':'pay','amount':'26','currency':'EUR','on':'2025-09-20'");
        assertThat(expect(409, much).text("/code")).isEqualTo("too-much");
        Answer paid = step(claim, "'type':'pay','amount':'25.5','currency':'EUR','on':'2025-09-21'");
        assertThat(paid.text("/claim/state")).isEqualTo("paid");
        assertThat(paid.text("/claim/paid/amount")).isEqualTo("225.50");
        assertThat(paid.texts("/claim/next", "")).containsExactly("note", "cause");
    }

    private void recovered(Answer claim) throws IOException {
        String supplier = story.code("CELLCO");
        Answer open = expect(200, server.get(RECOVERIES + ":open?supplier=" + supplier));
        assertThat(open.texts("", "/amount")).containsExactly("225.50");
        assertThat(open.texts("", "/recoverable")).containsExactly("135.30");
        assertThat(open.text("/0/term/end")).isEqualTo("2028-02-03");
        String asked = "'supplier':'<CELLCO>','lot':'" + open.text("/0/lot/unit") + "'";
        expect(403, server.post(RECOVERIES, operator, said.body(asked)));
        String id = UUID.randomUUID().toString();
        Answer made = expect(201, server.post(RECOVERIES, said.body(id, asked)));
        expect(200, server.post(RECOVERIES, said.body(id, asked)));
        assertThat(made.text("/number")).startsWith("V-");
        assertThat(made.text("/asked")).isEqualTo("135.30");
        assertThat(now(claim).text("/recovery")).isEqualTo(made.text("/number"));
        expect(409, server.post(RECOVERIES, said.body(asked)));
        // A draft that is closed gives its claims back.
        recovery(made, "'type':'close'");
        assertThat(now(claim).json().at("/recovery").isMissingNode()).isTrue();
        Answer agreed = expect(201, server.post(RECOVERIES, said.body(asked + ",'share':'80'")));
        assertThat(agreed.text("/asked")).isEqualTo("180.40");
        expect(409, tries(claim, RunningServer.ADMIN, "'type':'cause','unit':'" + open.text("/0/lot/unit") + "'"));
        papers(agreed, claim);
        recovery(agreed, "'type':'send','reference':'L-1'");
        assertThat(recovery(agreed, "'type':'answer','accepted':'100','reason':'The case had a crack'")
                        .text("/recovery/state"))
                .isEqualTo("part");
        recovery(agreed, "'type':'receive','amount':'60','on':'2025-11-01'");
        expect(422, tried(agreed, "'type':'receive','amount':'41','on':'2025-11-02'"));
        assertThat(recovery(agreed, "'type':'receive','amount':'40','on':'2025-11-02'")
                        .text("/recovery/state"))
                .isEqualTo("received");
        recovery(agreed, "'type':'close'");
        assertThat(now(claim).text("/recovered/amount")).isEqualTo("100.00");
        assertThat(server.get(RECOVERIES + "?supplier=" + supplier).texts("/items", "/received"))
                .containsExactly("100.00", "0.00");
        Answer cost = expect(200, server.get(CLAIMS + ":cost?by=supplier"));
        assertThat(cost.toString()).contains("\"key\":\"" + supplier + "\"", "\"recovered\":\"100.00\"");
        for (String by : List.of("month", "item", "lot", "code", "country")) {
            expect(200, server.get(CLAIMS + ":cost?by=" + by));
        }
        for (String path : List.of(CLAIMS + "/" + claim.text("/number"), RECOVERIES + "/" + agreed.text("/number"))) {
            assertThat(server.post(path + ":verify", "").json().at("/ok").asBoolean())
                    .isTrue();
        }
    }

    private void papers(Answer recovery, Answer claim) throws IOException {
        String path = RECOVERIES + "/" + recovery.text("/number") + "/paper";
        byte[] paper = expect(200, server.get(path)).response().body();
        keep(paper, "recovery.pdf");
        try (var document = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Claim for recovery", "X9", claim.text("/number"), "PACK1", "180.40 EUR", "DN-7");
        }
        byte[] german =
                expect(200, server.get(path + "?language=de")).response().body();
        try (var document = Loader.loadPDF(german)) {
            assertThat(new PDFTextStripper().getText(document)).contains("Rückbelastung", "Nachweise");
        }
        Answer sheet = expect(200, server.get(path + "?format=xlsx"));
        assertThat(sheet.contentType()).contains("spreadsheetml");
        expect(400, server.get(path + "?language=xx"));
    }

    /** Keeps a paper to look at, where a folder is named. */
    private static void keep(byte[] paper, String name) throws IOException {
        String folder = System.getProperty("gozinto.test.papers");
        if (folder != null) {
            Files.write(Path.of(folder, name), paper);
        }
    }

    private Answer tried(Answer recovery, String step) {
        return server.post(RECOVERIES + "/" + recovery.text("/number") + "/steps", said.body("'step':{" + step + "}"));
    }

    private Answer recovery(Answer recovery, String step) {
        return expect(201, tried(recovery, step));
    }

    @Test
    void aClaimIsJudgedByWhatIsRecorded() {
        delivered();
        String one = "'description':'Broken','lines':[{'what':'parts','amount':'10','currency':'EUR'}],'submit':true,";
        Answer unknown = files(one + "'item':'<SCOOTER>','serial':'NONE','failedOn':'2025-05-01'");
        assertThat(check(unknown, "serialExists")).isEqualTo("fail");
        assertThat(unknown.text("/judgement/verdict")).isEqualTo("notCovered");
        Answer home = files(one + "'item':'<SCOOTER>','serial':'SCOOTER2','failedOn':'2025-05-01'");
        assertThat(check(home, "soldHere")).isEqualTo("fail");
        Answer early = files(one + "'item':'<SCOOTER>','serial':'SCOOTER1','failedOn':'2025-02-20'");
        assertThat(check(early, "soldHere")).isEqualTo("fail");
        Answer late = files(one + "'item':'<SCOOTER>','serial':'SCOOTER1','failedOn':'2026-11-02'");
        assertThat(late.text("/judgement/verdict")).as(late.toString()).isEqualTo("covered");
        Answer foreign = files(one + "'item':'<SCOOTER>','serial':'SCOOTER1','failedOn':'2025-05-01',"
                + "'part':{'item':'<PACK>','serial':'PACK2'}");
        assertThat(check(foreign, "partInstalled")).isEqualTo("fail");
        Answer placed = files(one + "'item':'<SCOOTER>','serial':'SCOOTER1','failedOn':'2025-05-02',"
                + "'part':{'position':'battery'}");
        assertThat(placed.text("/part/serial")).isEqualTo("PACK1");
        assertThat(placed.text("/judgement/verdict")).as(placed.toString()).isEqualTo("covered");
        Answer inDoubt = files(one + "'item':'<SCOOTER>','serial':'SCOOTER1','failedOn':'2025-05-02',"
                + "'part':{'position':'battery'}");
        assertThat(check(inDoubt, "notClaimed")).isEqualTo("unknown");
        assertThat(inDoubt.text("/judgement/verdict")).isEqualTo("unclear");
        assertThat(inDoubt.texts("/judgement/lines", "/payable")).containsExactly("0.00");
        step(placed, "'type':'approve'");
        Answer judged = step(inDoubt, "'type':'judge'");
        assertThat(judged.text("/claim/judgement/verdict")).isEqualTo("notCovered");
        step(inDoubt, "'type':'noFault','text':'It charges'");
        assertThat(now(inDoubt).text("/closed/outcome")).isEqualTo("noFaultFound");
        Answer reopened = step(inDoubt, "'type':'reopen','reason':'It came back'");
        assertThat(reopened.text("/claim/state")).isEqualTo("submitted");

        Answer list = server.get(CLAIMS + "?state=submitted&serial=PACK1&item=" + story.code("SCOOTER"));
        assertThat(list.texts("/items", "/number")).containsExactly(inDoubt.text("/number"));
        Answer searched = server.get(CLAIMS + "?limit=2&q=broken&item=" + story.code("SCOOTER"));
        assertThat(searched.texts("/items", "/number"))
                .containsExactly(inDoubt.text("/number"), placed.text("/number"));
        assertThat(server.get(CLAIMS + "?limit=2&q=broken&item=" + story.code("SCOOTER") + "&cursor="
                                + searched.text("/nextCursor"))
                        .texts("/items", "/number"))
                .containsExactly(foreign.text("/number"), late.text("/number"));
    }

    @Test
    void anExcludedFailureIsNotCoveredAndARecallIsFree() {
        delivered();
        expect(
                201,
                server.post(
                        "/api/v1/complaint-codes",
                        "{\"code\":\"%s\",\"name\":\"Misuse\"}".formatted(story.code("MISUSE"))));
        String one = "'item':'<SCOOTER>','serial':'SCOOTER3','failedOn':'2025-05-01','code':'<MISUSE>',"
                + "'lines':[{'what':'parts','amount':'10','currency':'EUR'}],'submit':true";
        Answer excluded = files(one);
        assertThat(check(excluded, "notExcluded")).as(excluded.toString()).isEqualTo("fail");
        assertThat(check(excluded, "inTerm")).isEqualTo("pass");
        assertThat(excluded.text("/judgement/verdict")).isEqualTo("notCovered");
        step(excluded, "'type':'withdraw'");
        RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"serial\":\"SCOOTER3\"}".formatted(story.code("SCOOTER")))
                .decided("");
        Answer free = files(one);
        assertThat(free.text("/judgement/verdict")).as(free.toString()).isEqualTo("covered");
        assertThat(free.json().at("/judgement/free").asBoolean()).isTrue();
        assertThat(free.texts("/judgement/lines", "/payable")).containsExactly("10.00");
    }

    @Test
    void aPieceIsReplacedByAnotherAndBothAreKept() {
        delivered();
        Answer claim = files("'item':'<SCOOTER>','serial':'SCOOTER3','failedOn':'2025-05-01',"
                + "'description':'The frame broke','submit':true");
        assertThat(claim.text("/judgement/verdict")).isEqualTo("covered");
        step(claim, "'type':'approve'");
        assertThat(expect(409, tries(claim, operator, "'type':'replace','serial':'SCOOTER2'"))
                        .text("/code"))
                .isEqualTo("not-recorded");
        story.when("2025-05-04").ship("A", "DEALER", "SCOOTER2");
        Answer replaced = step(claim, "'type':'replace','serial':'SCOOTER2'");
        assertThat(replaced.text("/claim/state")).isEqualTo("replaced");
        assertThat(replaced.text("/claim/unit/serial")).isEqualTo("SCOOTER3");
        assertThat(replaced.text("/claim/repair/replacedBy/serial")).isEqualTo("SCOOTER2");
        Answer other = files("'item':'<SCOOTER>','serial':'SCOOTER3','failedOn':'2025-06-01',"
                + "'description':'The frame broke','submit':true");
        assertThat(check(other, "notClaimed")).isEqualTo("fail");
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        delivered();
        Answer bad = server.post(
                CLAIMS,
                operator,
                said.body("'item':'<SCOOTER>','failedOn':'2999-01-01','lines':[{'what':'beer','amount':'1.005',"
                        + "'currency':'EUR'},{'what':'parts','amount':'1','currency':'USD'}]"));
        assertThat(expect(422, bad).pointers())
                .contains(
                        "/serial",
                        "/failedOn",
                        "/description",
                        "/lines/0/what",
                        "/lines/0/amount",
                        "/lines/1/currency");
        expect(403, server.post(CLAIMS, said.token("viewer"), said.body(BATTERY)));
        expect(422, server.post(CLAIMS, operator, said.body(BATTERY.replace("<DEALER>", "NOBODY"))));
        Answer draft = files(BATTERY.replace("true", "false"));
        assertThat(draft.text("/state")).isEqualTo("draft");
        expect(409, tries(draft, RunningServer.ADMIN, "'type':'approve'"));
        Answer better = step(draft, "'type':'detail','lines':[{'what':'parts','amount':'5','currency':'EUR'}]");
        assertThat(better.text("/claim/asked/amount")).isEqualTo("5.00");
        Answer handedIn = step(draft, "'type':'submit'");
        assertThat(handedIn.text("/claim/judgement/verdict")).isEqualTo("covered");
        step(draft, "'type':'detail','failedOn':'2025-09-09'");
        assertThat(expect(409, tries(draft, RunningServer.ADMIN, "'type':'approve'"))
                        .text("/code"))
                .isEqualTo("not-judged");
        Answer fields = server.get(CLAIMS + "/" + draft.text("/number") + "/steps?limit=2");
        assertThat(fields.texts("/items", "/type")).containsExactly("file", "detail");
        expect(404, server.get(CLAIMS + "/W-1999-00001"));
        expect(404, server.get(RECOVERIES + "/V-1999-00001"));
        expect(400, server.get(CLAIMS + ":cost?by=moon"));
    }
}
