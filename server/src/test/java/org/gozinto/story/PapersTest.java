/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The papers of a case, over HTTP on both engines: their figures are those of the API. */
@ParameterizedClass
@MethodSource("engines")
class PapersTest {

    private final RunningServer server;
    private final Story story;

    PapersTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    static Stream<Engine> engines() {
        return Stream.of(Engine.values());
    }

    /** 100 of resin R1, 60 of which became 55 of M1; 25 of that went to C1 and 10 to C2, who answered. */
    private RecallCase resin() {
        story.receive("SUP", "A", "100 R1");
        story.run("MO").uses("60 R1").makes("55 M1").close().done();
        story.ship("A", "C1", "25 M1");
        story.ship("A", "C2", "10 M1");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")))
                .decided("");
        return recall.takes(
                "answer",
                "\"consignee\":\"%s\",\"channel\":\"phone\",\"by\":\"Ms Ω Œuvre\",".formatted(story.code("C2"))
                        + "\"lines\":[{\"item\":\"%s\",\"onHand\":\"4\",\"used\":\"6\"}]".formatted(story.code("M")));
    }

    private Answer paper(RecallCase recall, String name, String parameters) {
        return server.get(recall.path("/papers/" + name + (parameters.isEmpty() ? "" : "?" + parameters)));
    }

    /** The text of a PDF; its pages are left as pictures in the folder of GOZINTO_PICTURES. */
    private static String text(Answer answer, String name) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.response().body())) {
            String folder = System.getenv("GOZINTO_PICTURES");
            if (folder != null) {
                Files.createDirectories(Path.of(folder));
                var renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    Path file = Path.of(folder, name + "-" + (page + 1) + ".png");
                    ImageIO.write(renderer.renderImageWithDPI(page, 80), "png", file.toFile());
                }
            }
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void theReportTellsTheFiguresOfTheApi() throws IOException {
        RecallCase recall = resin();
        Answer answer = paper(recall, "report", "");
        assertThat(answer.header("Content-Disposition")).contains(recall.number() + "-report.pdf");
        String text = text(answer, "report-en");
        JsonNode now = recall.now();
        assertThat(text)
                .contains("Recall report " + recall.number(), "Cells that overheat", "A dozen complaints")
                .contains(now.at("/scope/answerHash").asString(), "lot R1 of item " + story.code("R"))
                .contains("Known up to entry " + now.at("/scope/seq").asString())
                .contains("Ms Ω Œuvre", story.code("C1"), "2 consignees, 0 told, 1 answered")
                .containsPattern("page 1 of \\d");
        for (JsonNode item : server.get(recall.path("/reconciliation")).json().at("/items")) {
            assertThat(text).contains("In scope " + item.at("/inScope").asString());
        }
        JsonNode steps = server.get(recall.path("/steps")).json().at("/items");
        for (JsonNode step : steps) {
            assertThat(text).contains(step.at("/hash").asString().substring(0, 16));
        }
        assertThat(text).contains(steps.get(steps.size() - 1).at("/hash").asString());
    }

    @Test
    void theReportIsGivenInGermanToo() throws IOException {
        RecallCase recall = resin();
        assertThat(text(paper(recall, "report", "lang=de"), "report-de"))
                .contains("Rückrufbericht " + recall.number(), "Mengenabgleich", "Seite 1 von");
        assertThat(paper(recall, "report", "lang=xx").status()).isEqualTo(400);
    }

    @Test
    void aCaseThatHasJustBegunHasAReport() throws IOException {
        RecallCase recall = RecallCase.open(server, "marketWithdrawal");
        assertThat(text(paper(recall, "report", ""), "report-young")).contains("there is no scope");
        assertThat(paper(recall, "scope", "").code()).isEqualTo("wrong-stage");
        assertThat(paper(recall, "mass-balance", "").code()).isEqualTo("wrong-stage");
        assertThat(paper(recall, "consignees", "").body().lines()).hasSize(1);
    }

    // --- tables

    private static Map<String, List<Map<String, String>>> sheets(Answer answer) throws IOException {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        Map<String, List<Map<String, String>>> sheets = new LinkedHashMap<>();
        try (var workbook =
                new ReadableWorkbook(new ByteArrayInputStream(answer.response().body()))) {
            for (var sheet : workbook.getSheets().toList()) {
                List<Row> rows = sheet.read();
                List<String> names = rows.isEmpty() ? List.of() : cells(rows.getFirst());
                List<Map<String, String>> found = new ArrayList<>();
                for (Row row : rows.subList(Math.min(1, rows.size()), rows.size())) {
                    List<String> cells = cells(row);
                    Map<String, String> named = new LinkedHashMap<>();
                    for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
                        named.put(names.get(i), cells.get(i));
                    }
                    found.add(named);
                }
                sheets.put(sheet.getName(), found);
            }
        }
        return sheets;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : cell.getText());
        }
        return cells;
    }

    @Test
    void theMassBalanceAddsUpInBothDirections() throws IOException {
        RecallCase recall = RecallCase.open(server, "stockRecovery");
        story.receive("SUP", "A", "100 R1");
        story.run("MO").uses("60 R1").makes("55 M1").close().done();
        story.ship("A", "C1", "25 M1");
        story.scrap("A", "5 M1");
        recall.prepared("{\"item\":\"%s\",\"lot\":\"M1\"}".formatted(story.code("M")));
        Map<String, List<Map<String, String>>> sheets = sheets(paper(recall, "mass-balance", ""));
        assertThat(sheets.keySet()).containsExactly("Mass balance", "Forward", "Backward", "Where it went");
        Map<String, String> made = sheets.get("Forward").getFirst();
        assertThat(sheets.get("Forward")).hasSize(1);
        assertNumbers(made, "Made", "55", "On hand", "25", "Shipped", "25", "Scrapped", "5", "Difference", "0");
        assertNumbers(made, "Accounted %", "100");
        Map<String, String> input = sheets.get("Backward").getFirst();
        assertThat(sheets.get("Backward")).hasSize(1);
        assertNumbers(input, "Received", "100", "Used", "60", "On hand", "40", "Difference", "0");
        assertThat(sheets.get("Where it went"))
                .extracting(r -> r.get("What") + " " + r.get("To") + " "
                        + new BigDecimal(r.get("Quantity")).stripTrailingZeros().toPlainString())
                .containsExactlyInAnyOrder(
                        "at customer " + story.code("C1") + " 25", "used for it in run " + story.code("MO") + " 60");
        String id = server.get("/api/v1/units?lot=M1&item=" + story.code("M")).text("/items/0/id");
        Answer balance = server.get("/api/v1/units/" + id + "/balance");
        assertThat(new BigDecimal(made.get("Made"))).isEqualByComparingTo(balance.text("/entered"));
        assertThat(text(paper(recall, "mass-balance", "format=pdf&lang=de"), "mass-balance"))
                .contains("Mengenbilanz", story.code("M"), "M1", "Rückwärts");
    }

    private static void assertNumbers(Map<String, String> row, String... namesAndNumbers) {
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            assertThat(new BigDecimal(row.get(namesAndNumbers[i])))
                    .as(namesAndNumbers[i] + " in " + row)
                    .isEqualByComparingTo(namesAndNumbers[i + 1]);
        }
    }

    @Test
    void consigneesAreThoseOfTheApi() throws IOException {
        RecallCase recall = resin();
        List<String> csv = paper(recall, "consignees", "").body().lines().toList();
        assertThat(csv.getFirst()).startsWith("\ufeffconsignee,name,");
        assertThat(csv).hasSize(3);
        List<Map<String, String>> rows =
                sheets(paper(recall, "consignees", "format=xlsx")).get(recall.number());
        JsonNode views = server.get(recall.path("/consignees")).json().at("/items");
        assertThat(rows).hasSize(views.size());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode view = views.get(i);
            assertThat(rows.get(i))
                    .containsEntry("consignee", view.at("/code").asString())
                    .containsEntry("state", view.at("/state").asString())
                    .containsEntry("delivered", view.at("/items/0/gross").asString());
        }
        assertThat(rows.get(1)).containsEntry("onHand", "4").containsEntry("used", "6");
        assertThat(rows.get(0).get("open"))
                .isEqualTo(views.get(0).at("/open/0/qty").asString());
    }

    @Test
    void theScopeHasEveryUnitAndNoFormulas() {
        story.receive("SUP", "A", "100 R:=1+1");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"=1+1\"}".formatted(story.code("R")))
                .decided("");
        List<String> lines = paper(recall, "scope", "").body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).contains(story.code("R") + ",'=1+1,", "," + story.code("A") + ",", ",100.000");
    }

    @Test
    void anUnknownPaperOrFormatIsNamed() {
        RecallCase recall = RecallCase.open(server, "recall");
        assertThat(paper(recall, "poem", "").code()).isEqualTo("unknown-paper");
        Answer format = paper(recall, "report", "format=docx");
        assertThat(format.status()).isEqualTo(400);
        assertThat(format.body()).contains("pdf");
        assertThat(server.get("/api/v1/recalls/R-1900-001/papers").code()).isEqualTo("unknown-recall");
    }

    // --- forms

    private List<JsonNode> missing(RecallCase recall, String name) {
        JsonNode papers = server.get(recall.path("/papers")).json();
        JsonNode paper = StreamSupport.stream(papers.spliterator(), false)
                .filter(p -> p.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
        return StreamSupport.stream(paper.at("/missing").spliterator(), false).toList();
    }

    /** Says all that is missing, with the first option where there are some. */
    private void say(RecallCase recall, String name) {
        List<String> facts = new ArrayList<>();
        for (JsonNode missing : missing(recall, name)) {
            String hint = missing.at("/hint").asString();
            String value = missing.has("options")
                    ? missing.at("/options/0").asString()
                    : hint.contains("2026-")
                            ? "2026-01-31"
                            : hint.contains("0 to 100")
                                    ? "12.5"
                                    : "said of " + missing.at("/field").asString();
            facts.add("\"%s\":\"%s\"".formatted(missing.at("/field").asString(), value));
        }
        if (!facts.isEmpty()) {
            recall.takes("facts", "\"facts\":{" + String.join(",", facts) + "}");
        }
    }

    @Test
    void whatIsMissingIsNamedAndNeverMadeUp() {
        RecallCase recall = resin();
        List<String> fields = missing(recall, "cpsc").stream()
                .map(m -> m.at("/field").asString())
                .toList();
        assertThat(fields).contains("recall.title", "remedy", "remedy.option", "product.origin");
        Answer refused = paper(recall, "cpsc", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("paper-incomplete");
        assertThat(refused.pointers())
                .containsExactlyElementsOf(
                        fields.stream().map(f -> "/facts/" + f).toList());
        Answer draft = paper(recall, "cpsc", "draft=true");
        assertThat(draft.text("/_mark")).contains("DRAFT");
        assertThat(draft.json().at("/Title").isNull()).isTrue();
        assertThat(draft.texts("/_missing", "")).containsExactlyElementsOf(fields);
        say(recall, "cpsc");
        JsonNode whole = paper(recall, "cpsc", "").json();
        assertThat(whole.has("_mark")).isFalse();
        assertThat(whole.at("/Title").asString()).isEqualTo("said of recall.title");
        assertThat(whole.at("/RemedyOptions/0/Option").asString()).isEqualTo("Refund");
        assertThat(whole.at("/Products/0/NumberOfUnits").asString()).isEqualTo("35.000 KGM");
        assertThat(whole.at("/Importers")).isEmpty();
    }

    @Test
    void anAnswerThatTheAuthorityDoesNotTakeIsMissingStill() {
        RecallCase recall = resin();
        recall.takes("facts", "\"facts\":{\"remedy.option\":\"A bunch of flowers\"}");
        assertThat(missing(recall, "cpsc").stream().map(m -> m.at("/field").asString()))
                .contains("remedy.option");
    }

    @Test
    void whatIsSaidOfOneItemIsForThatItemAlone() {
        story.receive("SUP", "A", "10 R1", "10 Q1");
        story.ship("A", "C1", "1 R1", "1 Q1");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R1\"},{\"item\":\"%s\",\"lot\":\"Q1\"}"
                        .formatted(story.code("R"), story.code("Q")))
                .decided("");
        recall.takes(
                "facts",
                "\"facts\":{\"product.brand\":\"House\",\"product.brand@%s\":\"Other\"}".formatted(story.code("Q")));
        JsonNode products = paper(recall, "eu-safety-gate", "draft=true").json().at("/products");
        assertThat(products.get(0).at("/brands/0").asString()).isEqualTo("Other");
        assertThat(products.get(1).at("/brands/0").asString()).isEqualTo("House");
    }

    @Test
    void everyFormIsCompleteWhenAllIsSaid() throws Exception {
        RecallCase recall = resin();
        for (JsonNode paper : server.get(recall.path("/papers")).json()) {
            String name = paper.at("/name").asString();
            say(recall, name);
            if (name.equals("gs1-closeout")) {
                // The day on which the case is closed is not for people to say.
                assertThat(missing(recall, name)).hasSize(1);
                continue;
            }
            assertThat(missing(recall, name)).as(name).isEmpty();
            for (JsonNode format : paper.at("/formats")) {
                Answer given = paper(recall, name, "format=" + format.asString());
                assertThat(given.status()).as(name + given).isEqualTo(200);
                switch (format.asString()) {
                    case "json" -> assertThat(given.json().isObject()).isTrue();
                    case "xml" -> parsed(given);
                    case "pdf" -> assertThat(text(given, name)).doesNotContain("— missing —", "DRAFT");
                    default -> assertThat(given.response().body()).isNotEmpty();
                }
            }
        }
        JsonNode fda = paper(recall, "fda-enforcement", "").json();
        assertThat(fda.at("/results/0/code_info").asString()).isEqualTo("Lots: M1");
        assertThat(fda.at("/results/0/classification").asString()).isEqualTo("Class I");
        assertThat(fda.at("/results/0/recall_initiation_date").asString()).matches("\\d{8}");
        assertThat(fda.at("/status_report/consignees_responding").asInt()).isEqualTo(1);
        assertThat(fda.at("/status_report/returned_or_corrected/0/on_hand").asString())
                .isEqualTo("4");
        JsonNode nhtsa = paper(recall, "nhtsa-573", "").json();
        assertThat(nhtsa.at("/population/total").decimalValue()).isEqualByComparingTo("55");
        assertThat(nhtsa.at("/campaign/manufacturer_campaign_number").asString())
                .isEqualTo(recall.number());
        assertThat(nhtsa.at("/chronology")).hasSizeGreaterThan(2);
    }

    private static org.w3c.dom.Document parsed(Answer answer) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.response().body()));
    }

    @Test
    void theGs1MessageSaysTheNumbersOfTheCase() throws Exception {
        RecallCase recall = resin();
        say(recall, "gs1-notification");
        var message = parsed(paper(recall, "gs1-notification", ""));
        assertThat(message.getDocumentElement().getNodeName())
                .isEqualTo("product_recall_notification:productRecallNotificationMessage");
        assertThat(textOf(message, "pRNIdentification")).isEqualTo("said of gs1.prnId");
        assertThat(textOf(message, "incidentRiskLevelCode")).isEqualTo("CLASS_1");
        assertThat(textOf(message, "batchNumber")).isEqualTo("M1");
        assertThat(textOf(message, "quantity")).isEqualTo("55.000");
        var explanation =
                message.getElementsByTagName("explanationForProductRecall").item(0);
        assertThat(explanation.getTextContent()).isEqualTo("Fire");
        assertThat(explanation.getAttributes().getNamedItem("languageCode").getNodeValue())
                .isEqualTo("en");
    }

    @Test
    void aGs1MessageNamesLotsAndRangesOfSerialsEachByItself() throws Exception {
        story.serials("BIKE");
        story.receive("SUP", "A", "9 R1");
        story.run("MO").uses("9 R1").makes("BIKE1", "BIKE2", "BIKE3", "BIKE5").done();
        story.ship("A", "C1", "BIKE1", "BIKE2", "BIKE3", "BIKE5");
        RecallCase recall = RecallCase.open(server, "recall")
                .prepared("{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R")))
                .decided("");
        say(recall, "gs1-notification");
        var message = parsed(paper(recall, "gs1-notification", ""));
        var data = message.getElementsByTagName("transactionalItemData");
        assertThat(data.getLength()).isEqualTo(2);
        for (int i = 0; i < data.getLength(); i++) {
            // The schema has one batch number in it, and the greatest value of a range before the least.
            assertThat(((org.w3c.dom.Element) data.item(i))
                            .getElementsByTagName("*")
                            .item(1)
                            .getNodeName())
                    .isEqualTo("maximumValue");
        }
        assertThat(textOf(message, "minimumValue")).isEqualTo("BIKE1");
        assertThat(textOf(message, "maximumValue")).isEqualTo("BIKE3");
        var name = message.getElementsByTagName("organisationName").item(0);
        assertThat(name.getParentNode().getNodeName()).isEqualTo("organisationDetails");
    }

    private static String textOf(org.w3c.dom.Document document, String name) {
        return document.getElementsByTagName(name).item(0).getTextContent();
    }

    @Test
    void aDraftOfXmlMarksWhatIsMissing() throws Exception {
        RecallCase recall = resin();
        Answer draft = paper(recall, "gs1-notification", "draft=true");
        parsed(draft);
        assertThat(draft.body()).contains("<!-- DRAFT", "<!-- pRNIdentification is missing -->");
    }

    @Test
    void theNoticeToConsumersHasItsBlanksMarked() throws IOException {
        RecallCase recall = resin();
        assertThat(text(paper(recall, "eu-recall-notice", "draft=true"), "eu-recall-notice-draft"))
                .contains("PRODUCT SAFETY RECALL", "— missing —", "DRAFT", "M1");
        recall.takes("publish", """
                "language":"en","countries":["DE"],"texts":{"en":{"title":"Resin that burns","product":"Resin in cans",
                "hazard":"It catches fire by itself.","whatToDo":"Put it outside.\\nCall us.",
                "remedy":"Your money back, or another can","contact":"0800 123","link":"https://example.org/recall"}}
                """);
        say(recall, "eu-recall-notice");
        assertThat(text(paper(recall, "eu-recall-notice", ""), "eu-recall-notice"))
                .contains("Resin that burns", "It catches fire by itself.", "Put it outside.", "Call us.", "0800 123")
                .contains("Stop using the product immediately.")
                .doesNotContain("— missing —");
        recall.takes("facts", "\"facts\":{\"recall.hazard\":\"As a precaution, since it may burn\"}");
        assertThat(paper(recall, "eu-recall-notice", "").code()).isEqualTo("paper-softens");
    }

    @Test
    void whatPeopleWroteCannotBreakAPaper() throws Exception {
        story.receive("SUP", "A", "1 R:<b>&\"1\"");
        RecallCase recall = RecallCase.open(server, "recall")
                .takes("note", "\"text\":\"</body> {{#x}} & 中文 \\u0001 --> ]]>\"")
                .prepared("{\"item\":\"%s\",\"lot\":\"<b>&\\\"1\\\"\"}".formatted(story.code("R")))
                .decided("");
        assertThat(text(paper(recall, "report", ""), "report-odd")).contains("<b>&\"1\"", "</body> {{#x}} & □□");
        parsed(paper(recall, "gs1-notification", "draft=true"));
        assertThat(paper(recall, "rasff", "draft=true").text("/lots/0/lotNumber"))
                .isEqualTo("<b>&\"1\"");
    }

    @Test
    void aPaperNeedsSomebodyWhoMayRead() {
        RecallCase recall = RecallCase.open(server, "recall");
        assertThat(server.get(recall.path("/papers"), null).status()).isEqualTo(401);
        assertThat(new String(paper(recall, "report", "").response().body(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
