/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.QualityStory.expect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Certificates say what is recorded, and stay as they were issued. */
@ParameterizedClass
@EnumSource(Engine.class)
class CertificatesTest {

    private static final String PLAN = "'item':'<M>','stage':'produced','sampling':{'type':'fixed','n':2},"
            + "'characteristics':[{'code':'VISCOSITY','name':'Viscosity','kind':'measurement','unit':'mPas',"
            + "'lower':'9',"
            + "'upper':'11','decimals':1}]";

    private final RunningServer server;
    private final Story story;
    private final QualityStory quality;

    CertificatesTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
        this.quality = new QualityStory(story);
    }

    /** R1 of one supplier and H1 of another make M1, which is inspected. */
    private void mixed(String first, String second, boolean accept) {
        story.receive("SUP", "A", "100 R1");
        story.receive("HARD", "A", "10 H1");
        story.run("MO").uses("60 R1", "5 H1").makes("65 M1").close().done();
        quality.plan("P", PLAN);
        Answer inspection = quality.inspect("'item':'<M>','lot':'M1','plan':'<P>'");
        quality.step(
                inspection,
                ("'type':'measure','characteristic':'VISCOSITY','readings':[{'n':1,'value':'%s'},"
                                + "{'n':2,'value':'%s'}]")
                        .formatted(first, second));
        quality.step(inspection, "'type':'judge','accept':" + accept);
    }

    private Answer issue(String kind) {
        return server.post("/api/v1/certificates", quality.body("'kind':'%s','item':'<M>','lot':'M1'".formatted(kind)));
    }

    private static byte[] onePage() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(out);
        }
        return out.toByteArray();
    }

    private Answer came(String item, String lot, String more, byte[] paper) {
        return server.post(
                "/api/v1/certificates:received?kind=analysis&item=" + story.code(item) + "&lot=" + lot + more,
                "application/pdf",
                paper);
    }

    @Test
    void aCertificateOfAnalysisNamesItsInputsAndWhatIsMissing() throws IOException {
        mixed("9.8", "10.4", true);
        byte[] theirs = onePage();
        Answer kept = expect(201, came("R", "R1", "&number=COA-77&issuer=" + story.code("SUP"), theirs));
        assertThat(kept.text("/state")).isEqualTo("received");
        Answer again = expect(200, came("R", "R1", "&number=COA-77&issuer=" + story.code("SUP"), theirs));
        assertThat(again.text("/number")).isEqualTo(kept.text("/number"));
        assertThat(paper(kept)).isEqualTo(theirs);

        Answer preview = expect(
                200,
                server.post("/api/v1/certificates:preview", quality.body("'kind':'analysis','item':'<M>','lot':'M1'")));
        assertThat(preview.texts("/inputs", "/issuerNumber")).contains("COA-77");
        assertThat(preview.texts("/missing", "")).singleElement().asString().contains("H1");

        Answer issued = expect(201, issue("analysis"));
        assertThat(issued.text("/number")).startsWith("Q-");
        assertThat(issued.texts("/content/results", "/mean")).containsExactly("10.100");
        assertThat(issued.texts("/content/inputs", "/supplier"))
                .containsExactlyInAnyOrder(story.code("SUP"), story.code("HARD"));
        byte[] paper = paper(issued);
        try (var document = Loader.loadPDF(paper)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Certificate of analysis", issued.text("/number"), "Viscosity", "COA-77", "none", "M1");
        }

        // What is recorded later changes nothing in what was issued.
        story.receive("OTHER", "A", "1 R1");
        expect(201, came("H", "H1", "&number=LATE", onePage()));
        assertThat(paper(issued)).isEqualTo(paper);
        assertThat(again(issued).text("/hash")).isEqualTo(issued.text("/hash"));
        assertThat(expect(201, issue("analysis")).texts("/content/missing", "")).isEmpty();

        Answer list = server.get("/api/v1/certificates?kind=analysis&lot=M1&item=" + story.code("M"));
        assertThat(list.texts("/items", "/number")).hasSize(2).contains(issued.text("/number"));
        assertThat(server.post("/api/v1/verify", "").json().at("/ok").asBoolean())
                .isTrue();
    }

    private byte[] paper(Answer certificate) {
        Answer paper = server.get("/api/v1/certificates/" + certificate.text("/number") + "/paper");
        assertThat(paper.contentType()).isEqualTo("application/pdf");
        return paper.response().body();
    }

    private Answer again(Answer certificate) {
        return server.get("/api/v1/certificates/" + certificate.text("/number"));
    }

    @Test
    void whatWasThereBeforeTheBookIsAnInputToo() {
        story.commission("A", "100 R1");
        story.run("MO").uses("60 R1").makes("60 M1").close().done();
        Answer preview = expect(
                200,
                server.post("/api/v1/certificates:preview", quality.body("'kind':'analysis','item':'<M>','lot':'M1'")));
        assertThat(preview.texts("/inputs", "/unit/lot")).containsExactly("R1");
        assertThat(preview.texts("/missing", "")).anyMatch(one -> one.contains("R1"));
    }

    @Test
    void nobodyCertifiesThatSomethingConformsWhichWasRejected() {
        mixed("9.8", "12.0", false);
        assertThat(issue("conformity").code()).isEqualTo("not-conforming");
        Answer analysis = expect(201, issue("analysis"));
        assertThat(analysis.json().at("/content/results/0/conforms").asBoolean())
                .isFalse();
        assertThat(analysis.texts("/content/missing", "")).anyMatch(one -> one.contains("did not accept"));
    }

    @Test
    void aCertificateIsWithdrawnOnceAndStays() {
        mixed("9.8", "10.4", true);
        Answer issued = expect(201, issue("conformity"));
        String steps = "/api/v1/certificates/" + issued.text("/number") + "/steps";
        assertThat(server.post(steps, quality.body("'step':{'type':'withdraw'}"))
                        .status())
                .isEqualTo(422);
        String body = quality.body("'step':{'type':'withdraw','reason':'Wrong lot'}");
        expect(201, server.post(steps, body));
        expect(200, server.post(steps, body));
        assertThat(again(issued).text("/state")).isEqualTo("withdrawn");
        assertThat(again(issued).text("/withdrawn/reason")).isEqualTo("Wrong lot");
        assertThat(paper(issued)).isNotEmpty();
        assertThat(server.post(steps, quality.body("'step':{'type':'withdraw','reason':'Again'}"))
                        .code())
                .isEqualTo("already-withdrawn");
        assertThat(server.post(
                                steps,
                                quality.token("operator"),
                                quality.body("'step':{'type':'withdraw','reason':'x'}"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoPdfOrNamesNothingIsRefused() throws IOException {
        story.receive("SUP", "A", "100 R1");
        assertThat(came("R", "R1", "", "no pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(came("R", "R9", "", onePage()).status()).isEqualTo(422);
        assertThat(came("R", "R1", "&validUntil=soon&issuer=NOBODY", onePage()).status())
                .isEqualTo(422);
        String id = UUID.randomUUID().toString();
        Answer both = server.post(
                "/api/v1/certificates", quality.body(id, "'kind':'story','item':'<R>','lot':'R1','serial':'R2'"));
        assertThat(both.status()).isEqualTo(422);
        assertThat(server.get("/api/v1/certificates/Q-2026-99999").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/certificates?lot=R1").status()).isEqualTo(400);
    }
}
