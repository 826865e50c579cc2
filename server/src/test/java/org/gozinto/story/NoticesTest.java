/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gozinto.story.PostOffice.link;
import static org.gozinto.story.PostOffice.order;
import static org.gozinto.story.PostOffice.part;
import static org.gozinto.story.PostOffice.partner;
import static org.gozinto.story.PostOffice.subject;
import static org.gozinto.story.PostOffice.tells;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gozinto.ledger.Database;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Those who have something are told, and answer. */
@ParameterizedClass
@EnumSource(Engine.class)
class NoticesTest {

    private final PostOffice office;
    private final RunningServer server;
    private final Story story;

    NoticesTest(Engine engine) {
        this.office = PostOffice.shared(engine);
        this.server = office.server;
        this.story = new Story(server);
    }

    private String address(String name) {
        return (name + story.code("") + "@example.org").toLowerCase(java.util.Locale.ROOT);
    }

    private void shop(String name, String language, String country) {
        partner(
                server,
                story.partnerOfName(name),
                "Shop " + name,
                "[\"customer\"]",
                ("{\"name\":\"Frau Müller\",\"email\":\"%s\",\"address\":\"Weg 1\\n12345 Stadt\",\"country\":\"%s\","
                                + "\"language\":\"%s\"}")
                        .formatted(address(name), country, language));
    }

    /** Bikes 1 to 4 of the bad lot went to a German shop, 5 to a French one, 6 to one without an address. */
    private RecallCase bikes(String kind) {
        story.serials("BIKE");
        shop("DE", "de", "DE");
        shop("FR", "fr", "FR");
        story.receive("SUP", "A", "9 R1");
        story.run("MO1")
                .uses("6 R1")
                .makes("BIKE1", "BIKE2", "BIKE3", "BIKE4", "BIKE5", "BIKE6")
                .done();
        story.document("DN-1").ship("A", "DE", "BIKE1", "BIKE2", "BIKE4");
        story.ship("A", "DE", "BIKE3");
        story.ship("A", "FR", "BIKE5");
        story.ship("A", "NOWHERE", "BIKE6");
        String seed = "{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(story.code("R"));
        return RecallCase.open(server, kind).prepared(seed).decided("");
    }

    private String code(String name) {
        return story.code(name);
    }

    private JsonNode consignee(RecallCase recall, String code) {
        return StreamSupport.stream(
                        server.get(recall.path("/consignees"))
                                .json()
                                .at("/items")
                                .spliterator(),
                        false)
                .filter(one -> one.at("/code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String answer(String more) {
        return "do=send&read=yes&by=Frau+M%C3%BCller" + more;
    }

    private String bike(String state, String qty) {
        return "&l0.item=" + RunningServer.encoded(code("BIKE")) + "&l0-" + state + "=" + RunningServer.encoded(qty);
    }

    @Test
    void everybodyIsToldInTheirLanguageAndAnswersByTheirLink() {
        RecallCase recall = bikes("recall");
        Answer made = tells(server, recall, "first", "email", ",\"message\":\"Unser Depot nimmt zurück.\"");
        assertThat(made.json().at("/made").asInt()).isEqualTo(2);
        assertThat(made.texts("/skipped", "/consignee")).containsExactly(code("NOWHERE"));
        assertThat(made.text("/skipped/0/why")).isEqualTo("no e-mail address");
        assertThat(made.json().has("waitsFor")).isFalse();
        assertThat(made.text("/recall/stage")).isEqualTo("notified");

        MimeMessage german = office.to(address("DE"), 1).getFirst();
        assertThat(subject(german)).startsWith("Dringend: Produktsicherheitsrückruf " + recall.number() + ": The BIKE");
        assertThat(PostOffice.head(german, "From")).contains("Voltride GmbH", "<recall@voltride.example>");
        String id = recall.now().at("/id").asString();
        assertThat(PostOffice.head(german, "Message-ID")).isEqualTo("<" + id + ".1@voltride.example>");
        String text = part(german, "text/plain");
        assertThat(text)
                .as(text)
                .contains("BIKE1–BIKE4", "4 Stück", "DN-1", "Fire", "Unser Depot", "Grund", "+49 40 123456");
        String html = part(german, "text/html");
        assertThat(html).contains("BIKE1–BIKE4", "lang=\"de\"", "https://recalls.example.org/answer/");
        MimeMessage french = office.to(address("FR"), 1).getFirst();
        assertThat(subject(french)).startsWith("Urgent : Rappel de produit");
        assertThat(part(french, "text/plain")).contains("BIKE5").doesNotContain("BIKE1");
        PostOffice.await(() ->
                consignee(recall, code("DE")).at("/notices/0/state").asString().equals("sent"));
        assertThat(consignee(recall, code("DE")).at("/state").asString()).isEqualTo("told");

        String link = link(text);
        Answer page = server.get(link, null);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body().length).isLessThan(30_000);
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script-src");
        assertThat(page.body())
                .contains("Erhalten: 4 Stück", "BIKE1–BIKE4", "Shop DE")
                .doesNotContain("<script");

        Answer sent = server.form(link, answer(bike("onHand", "1") + "&l0-soldOn=2"));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith(link + "?sent=1&lang=de");
        assertThat(server.get(link + "?sent=1&lang=de", null).body())
                .contains("Ihre Antwort ist angekommen", "value=\"2\"");
        JsonNode shop = consignee(recall, code("DE"));
        assertThat(shop.at("/state").asString()).isEqualTo("answered");
        assertThat(shop.at("/answer/enteredBy").asString()).isEqualTo("link:" + code("DE"));
        assertThat(shop.at("/answer/by").asString()).isEqualTo("Frau Müller");
        assertThat(shop.at("/open/0/qty").asString()).isEqualTo("1");

        long steps = recall.now().at("/lastStep").asLong();
        assertThat(server.form(link, answer(bike("onHand", "1") + "&l0-soldOn=2"))
                        .status())
                .isEqualTo(303);
        assertThat(recall.now().at("/lastStep").asLong())
                .as("the same again is no step")
                .isEqualTo(steps);
        assertThat(server.form(link, answer(bike("onHand", "0") + "&l0-soldOn=4"))
                        .status())
                .isEqualTo(303);
        assertThat(consignee(recall, code("DE")).at("/answer/lines/0/soldOn").asString())
                .isEqualTo("4");
    }

    @Test
    void aReminderGoesOnlyToThoseWhoDidNotAnswer() {
        RecallCase recall = bikes("recall");
        assertThat(server.post(recall.path("/notices"), order("reminder", "email", ""))
                        .code())
                .isEqualTo("nobody-to-tell");
        tells(server, recall, "first", "email", "");
        String link = link(part(office.to(address("DE"), 1).getFirst(), "text/plain"));
        assertThat(server.form(link, answer("")).status()).isEqualTo(303);
        Answer made = tells(server, recall, "reminder", "email", "");
        assertThat(made.json().at("/made").asInt()).isEqualTo(1);
        MimeMessage reminder = office.to(address("FR"), 2).getLast();
        assertThat(subject(reminder)).startsWith("Relance");
        assertThat(part(reminder, "text/plain")).contains("Nous n’avons pas encore reçu votre réponse");
        office.to(address("DE"), 1);
        Answer named = server.post(
                recall.path("/notices"), order("reminder", "email", ",\"consignees\":[\"%s\"]".formatted(code("DE"))));
        assertThat(named.code()).isEqualTo("nobody-to-tell");
        assertThat(named.body()).contains("has answered");
        assertThat(server.post(recall.path("/notices"), order("first", "email", ""))
                        .code())
                .as("everybody with an address is told")
                .isEqualTo("nobody-to-tell");
    }

    @Test
    void thoseToWhomItWasPassedOnAreToldToo() {
        RecallCase recall = bikes("recall");
        tells(server, recall, "first", "email", "");
        String link = link(part(office.to(address("DE"), 1).getFirst(), "text/plain"));
        String corner = address("corner");
        Answer row = server.form(link, "do=add&by=Anna&s0-name=Corner");
        assertThat(row.status()).isEqualTo(200);
        assertThat(row.body()).contains("value=\"Corner\"", "id=\"s1-name\"", "value=\"Anna\"");
        assertThat(server.form(
                                link,
                                answer(bike("soldOn", "3") + "&s0-name=Corner+Bikes&s0-email=" + corner + "&s0-qty=3"))
                        .status())
                .isEqualTo(303);
        String sub = code("DE") + "/Corner Bikes";
        assertThat(consignee(recall, sub).at("/via").asString()).isEqualTo(code("DE"));
        Answer made = tells(server, recall, "first", "email", "");
        assertThat(made.json().at("/made").asInt()).isEqualTo(1);
        MimeMessage mail = office.to(corner, 1).getFirst();
        String text = part(mail, "text/plain");
        assertThat(text).contains("Shop DE hat uns mitgeteilt", "3 Stück", "einige dieser Nummern", "BIKE1–BIKE4");
        String theirs = link(text);
        assertThat(theirs).isNotEqualTo(link);
        Answer tooMuch = server.form(theirs, answer(bike("onHand", "4")));
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("Zusammen mehr, als Sie erhalten haben (3 Stück)");
        assertThat(server.form(theirs, answer(bike("onHand", "1") + "&s0-name=Deep&s0-qty=2"))
                        .status())
                .isEqualTo(303);
        assertThat(consignee(recall, sub).at("/state").asString()).isEqualTo("answered");
        assertThat(consignee(recall, sub + "/Deep").at("/items/0/qty").asString())
                .isEqualTo("2");
    }

    @Test
    void nothingOfWhatWasTypedIsLostWhenSomethingIsWrong() {
        RecallCase recall = bikes("recall");
        tells(server, recall, "first", "email", "");
        String link = link(part(office.to(address("DE"), 1).getFirst(), "text/plain"));
        long steps = recall.now().at("/lastStep").asLong();
        String typed = "&text=%3Cb%3Ebold%22&s0-name=&s0-email=nobody&s0-qty=-1&l0-returned=2%2C5&l0-used=3";
        Answer wrong = server.form(link, "do=send&lang=en&by=" + bike("onHand", "five") + typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("value=\"five\"", "value=\"2,5\"", "value=\"-1\"", "value=\"nobody\"", "&lt;b&gt;bold&quot;")
                .contains("href=\"#read\"", "href=\"#l0-onHand\"", "href=\"#s0-name\"", "href=\"#by\"")
                .contains("Confirm that you have read the notice.", "This is no quantity. Write it like 12.")
                .contains("This is no e-mail address.", "aria-invalid=\"true\"");
        Answer more = server.form(link, answer("&lang=en" + bike("onHand", "4") + "&l0-used=1"));
        assertThat(more.status()).isEqualTo(422);
        assertThat(more.body()).contains("Together more than you received (4 pieces).");
        Answer half = server.form(link, answer("&lang=en" + bike("onHand", "1.5")));
        assertThat(half.body()).contains("Only whole numbers.");
        Answer thousands = server.form(link, answer("&lang=de" + bike("onHand", "1.000")));
        assertThat(thousands.body()).contains("Das ist keine Menge");
        Answer longText = server.form(link, answer("&lang=en&text=" + "x".repeat(10_000)));
        assertThat(longText.status()).isEqualTo(422);
        assertThat(longText.body()).contains("Too long: at most 5,000 characters.", "x".repeat(10_000));
        assertThat(server.form(link, answer("&lang=en&text=a%00b")).body()).contains("cannot be kept");
        Answer strange = server.form(link, answer("&lang=en&l0.item=NO-SUCH&l0-onHand=1"));
        assertThat(strange.body()).contains("The goods in this recall have changed.");
        assertThat(recall.now().at("/lastStep").asLong()).isEqualTo(steps);
        Answer polish = server.form(link, "do=lang-pl&by=Anna&l0.item=x&s0-name=Corner");
        assertThat(polish.body()).contains("lang=\"pl\"", "value=\"Anna\"", "value=\"Corner\"", "Wyślij odpowiedź");
    }

    @Test
    void byHandTheSameRuleHolds() {
        RecallCase recall = bikes("recall");
        String said = "\"consignee\":\"%s\",\"channel\":\"phone\",\"by\":\"A\",\"lines\":[{\"item\":\"%s\",%s}]";
        Answer tooMuch =
                recall.tries("answer", said.formatted(code("DE"), code("BIKE"), "\"onHand\":\"3\",\"soldOn\":\"2\""));
        assertThat(tooMuch.code()).isEqualTo("answer-does-not-fit");
        assertThat(tooMuch.pointers()).containsExactly("/step/lines/0/soldOn");
        assertThat(tooMuch.text("/errors/0/expected")).isEqualTo("together at most 4");
        assertThat(recall.tries("answer", said.formatted(code("DE"), code("BIKE"), "\"onHand\":\"0.5\""))
                        .pointers())
                .containsExactly("/step/lines/0/onHand");
        assertThat(recall.tries("answer", said.formatted(code("DE"), code("R"), "\"onHand\":\"1\""))
                        .pointers())
                .containsExactly("/step/lines/0/item");
        recall.takes("answer", said.formatted(code("DE"), code("BIKE"), "\"onHand\":\"4\""));
    }

    @Test
    void theSameOrderAgainIsAnsweredAsBefore() {
        RecallCase recall = bikes("recall");
        String body = order(UUID.randomUUID().toString(), "first", "email", "");
        Answer first = server.post(recall.path("/notices"), body);
        Answer again = server.post(recall.path("/notices"), body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/made")).isEqualTo(first.json().at("/made"));
        assertThat(again.json().at("/skipped")).isEqualTo(first.json().at("/skipped"));
        office.to(address("DE"), 1);
        assertThat(server.post(recall.path("/notices"), body.replace("first", "update"))
                        .code())
                .isEqualTo("id-reused");
        assertThat(server.post(recall.path("/notices"), order("x", "first", "email", ""))
                        .pointers())
                .containsExactly("/id");
    }

    @Test
    void whatIsWrongWithAnOrderIsNamed() {
        RecallCase recall = bikes("recall");
        Answer wrong = server.post(
                recall.path("/notices"), order("shout", "pigeon", ",\"language\":\"tlh\",\"consignees\":[]"));
        assertThat(wrong.pointers()).containsExactly("/kind", "/channel", "/language", "/consignees");
        Answer stranger = server.post(
                recall.path("/notices"),
                order("first", "email", ",\"consignees\":[\"%s\",\"NOBODY\"]".formatted(code("DE"))));
        assertThat(stranger.code()).isEqualTo("unknown-consignee");
        assertThat(stranger.pointers()).containsExactly("/consignees/1");
        Answer soft = server.post(
                recall.path("/notices"), order("first", "email", ",\"message\":\"A purely precautionary step.\""));
        assertThat(soft.code()).isEqualTo("softened");
        assertThat(soft.pointers()).containsExactly("/message");
        assertThat(server.post(recall.path("/notices"), order("closing", "email", ""))
                        .code())
                .isEqualTo("wrong-stage");
        RecallCase early = RecallCase.open(server, "recall");
        assertThat(server.post(early.path("/notices"), order("first", "email", ""))
                        .code())
                .isEqualTo("wrong-stage");
        assertThat(server.get(recall.path("/notices/77")).code()).isEqualTo("unknown-notice");
        assertThat(server.get(recall.path("/notices?state=lost")).code()).isEqualTo("bad-parameter");
        assertThat(server.get(recall.path("/letters.pdf")).code()).isEqualTo("no-letters");
        assertThat(recall.stage()).isEqualTo("scoped");
    }

    @Test
    void aDrillIsOnlyOnPaper() throws IOException {
        RecallCase drill = bikes("mock");
        Answer made = tells(server, drill, "first", "email", "");
        assertThat(made.json().at("/made").asInt()).isEqualTo(2);
        assertThat(server.get(drill.path("/notices")).texts("/items", "/state")).containsExactly("printed", "printed");
        assertThat(pdf(drill.path("/notices/1/letter.pdf"))).contains("Übung. Dies ist kein echter Rückruf.");
        RecallCase real = bikesAgain();
        tells(server, real, "first", "email", "");
        MimeMessage only = office.to(address("DE"), 1).getFirst();
        assertThat(subject(only)).contains(real.number());
    }

    private RecallCase bikesAgain() {
        String seed = "{\"item\":\"%s\",\"lot\":\"R1\"}".formatted(code("R"));
        return RecallCase.open(server, "recall").prepared(seed).decided("");
    }

    private String pdf(String path) throws IOException {
        Answer answer = server.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.response().body())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void lettersArePrintedInOneGoAndShownWithoutTheirLinks() throws IOException {
        RecallCase recall = bikes("recall");
        Answer made = tells(server, recall, "first", "letter", ",\"language\":\"es\"");
        assertThat(made.texts("/skipped", "/why")).containsExactly("no postal address");
        Answer list = server.get(recall.path("/notices?limit=1"));
        assertThat(list.texts("/items", "/address")).containsExactly("Weg 1\n12345 Stadt");
        assertThat(list.texts("/items", "/name")).containsExactly("Shop DE");
        Answer rest = server.get(recall.path("/notices?cursor=" + list.text("/nextCursor")));
        assertThat(rest.texts("/items", "/name")).containsExactly("Shop FR");
        assertThat(server.get(recall.path("/notices?consignee=" + code("FR"))).texts("/items", "/n"))
                .hasSize(1);
        Answer one = server.get(recall.path("/notices/1"));
        assertThat(one.text("/text")).contains("…/answer/…").doesNotContain("recalls.example.org");
        assertThat(one.text("/html")).contains("BIKE1–BIKE4").doesNotContain("recalls.example.org");
        String all = pdf(recall.path("/letters.pdf?kind=first"));
        assertThat(all).contains("Shop DE", "Shop FR", "Frau Müller", "Respuesta en papel");
        String letter = pdf(recall.path("/notices/1/letter.pdf"));
        assertThat(letter).doesNotContain("Shop FR");
        String link = link(letter.replaceAll("\\s", ""));
        assertThat(server.get(link.substring(0, "/answer/".length() + 43), null).status())
                .isEqualTo(200);
        assertThat(pdf(recall.path("/letters.pdf?cursor=" + list.text("/nextCursor"))))
                .doesNotContain("Shop DE");
        Answer preview = server.get(recall.path("/notices:preview?kind=update&language=it&consignee=" + code("DE")));
        assertThat(preview.text("/subject")).startsWith("Aggiornamento: Richiamo");
        assertThat(preview.text("/html")).contains("<html lang=\"it\">");
        assertThat(server.get(recall.path("/notices")).texts("/items", "/n")).hasSize(2);
    }

    @Test
    void aLinkThatDoesNotWorkAlwaysLooksTheSame() {
        RecallCase recall = bikes("recall");
        tells(server, recall, "first", "email", "");
        String link = link(part(office.to(address("DE"), 1).getFirst(), "text/plain"));
        Answer wrong = server.get("/answer/" + "A".repeat(43), null);
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.body()).contains("This link does not work");
        server.room(Database.class)
                .write(transaction -> transaction
                        .sql("update recall_link set expires_at_us = 1 where consignee = ?")
                        .param(code("DE"))
                        .update());
        for (String path :
                List.of(link, "/answer/short", "/answer/" + "%00".repeat(3), link + "x", link + "/numbers.csv")) {
            Answer same = server.get(path, null);
            assertThat(same.status()).as(path).isIn(400, 404);
            if (same.status() == 404) {
                assertThat(same.body()).as(path).isEqualTo(wrong.body());
            }
        }
        Answer posted = server.form(link, answer(""));
        assertThat(posted.status()).isEqualTo(404);
        assertThat(posted.body()).isEqualTo(wrong.body());
        assertThat(consignee(recall, code("DE")).at("/state").asString()).isEqualTo("told");
    }

    @Test
    void allNumbersCanBeTakenAsAFile() {
        RecallCase recall = bikes("recall");
        tells(server, recall, "first", "email", "");
        String link = link(part(office.to(address("DE"), 1).getFirst(), "text/plain"));
        Answer csv = server.get(link + "/numbers.csv", null);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body().lines().toList())
                .hasSize(5)
                .first()
                .isEqualTo("item,name,lot,serial,qty,document,delivered");
        assertThat(csv.body()).contains("BIKE1", "BIKE4", "DN-1").doesNotContain("BIKE5");
    }

    @Test
    void whoHasNothingAnyMoreIsToldSoAndAClosedCaseTakesNoAnswers() {
        story.serials("BIKE");
        shop("DE", "de", "DE");
        shop("FR", "fr", "FR");
        story.receive("SUP", "A", "9 R1");
        story.run("MO1").uses("1 R1").makes("BIKE1").done();
        Answer mistake = story.run("MO2").uses("1 R1").makes("BIKE2").done();
        story.ship("A", "DE", "BIKE1");
        Answer shipped = story.ship("A", "FR", "BIKE2");
        RecallCase recall = bikesAgain();
        tells(server, recall, "first", "email", "");
        String french = link(part(office.to(address("FR"), 1).getFirst(), "text/plain"));
        String german = link(part(office.to(address("DE"), 1).getFirst(), "text/plain"));
        story.voidOf(shipped);
        story.voidOf(mistake);
        assertThat(server.post(recall.path(":evaluate"), "").status()).isEqualTo(200);
        assertThat(server.get(french, null).body()).contains("n’est plus concernée");
        assertThat(server.form(french, answer("")).status()).isEqualTo(200);
        tells(server, recall, "update", "email", "");
        String text = part(office.to(address("FR"), 2).getLast(), "text/plain");
        assertThat(text).contains("n’est plus concernée").doesNotContain("/answer/");
        assertThat(part(office.to(address("DE"), 2).getLast(), "text/plain")).contains("neuen Stand", "BIKE1");

        assertThat(server.form(german, answer(bike("onHand", "1"))).status()).isEqualTo(303);
        recall.takes("advance", "\"to\":\"reconciled\",\"reason\":\"Stock is left\"")
                .takes("close", "\"reason\":\"Done\"");
        Answer closed = server.get(german, null);
        assertThat(closed.body())
                .contains("Dieser Vorgang ist abgeschlossen")
                .doesNotContain("Antwort senden</button></p>");
        assertThat(server.form(german, answer(bike("onHand", "0"))).body()).contains("abgeschlossen");
        assertThat(consignee(recall, code("DE")).at("/answer/lines/0/onHand").asString())
                .isEqualTo("1");
        assertThat(server.post(recall.path("/notices"), order("update", "email", ""))
                        .code())
                .isEqualTo("wrong-stage");
        tells(server, recall, "closing", "email", "");
        assertThat(part(office.to(address("DE"), 3).getLast(), "text/plain"))
                .contains("dieser Rückruf ist abgeschlossen")
                .doesNotContain("/answer/");
    }

    @Test
    void nobodyWithoutTheRightCanTellOrPrint() {
        RecallCase recall = bikes("recall");
        tells(server, recall, "first", "letter", "");
        String token = server.post(
                        "/api/v1/tokens", "{\"name\":\"reader%s\",\"role\":\"viewer\"}".formatted(story.code("")))
                .text("/token");
        assertThat(server.post(recall.path("/notices"), token, order("first", "email", ""))
                        .status())
                .isEqualTo(403);
        assertThat(server.get(recall.path("/notices/1/letter.pdf"), token).status())
                .isEqualTo(403);
        assertThat(server.get(recall.path("/letters.pdf"), token).status()).isEqualTo(403);
        assertThat(server.get(recall.path("/notices"), token).status()).isEqualTo(200);
        assertThat(server.get(recall.path("/notices"), null).status()).isEqualTo(401);
    }

    @Test
    void contactsOfPartnersAreKept() {
        String code = story.partnerOfName("KEPT");
        String contact = "{\"name\":\"Ms Lund\",\"email\":\"lund@example.org\",\"phone\":\"+47 1\","
                + "\"address\":\"Gate 1\\n0150 Oslo\",\"country\":\"NO\",\"language\":\"nb\"}";
        partner(server, code, "Kept", "[\"customer\"]", contact);
        assertThat(server.get("/api/v1/partners/" + code).json().at("/contact").toString())
                .isEqualTo(contact);
        Answer imported = server.post(
                "/api/v1/imports?kind=partners",
                "text/csv",
                ("Code,Phone,Language\n" + code + ",+47 2,\n").getBytes(UTF_8));
        assertThat(imported.status()).as(imported.toString()).isEqualTo(200);
        JsonNode now = server.get("/api/v1/partners/" + code).json().at("/contact");
        assertThat(now.at("/phone").asString()).isEqualTo("+47 2");
        assertThat(now.at("/email").asString()).isEqualTo("lund@example.org");
        assertThat(now.has("language")).isFalse();
        String table =
                "Code,Roles,Contact name,E-mail,Address,Country\n%s,customer,Ms Ek,ek@example.org,\"Gate 2\nOslo\",%s\n";
        String other = story.partnerOfName("OTHER");
        Answer wrong = server.post(
                "/api/v1/imports", "text/csv", table.formatted(other, "Norway").getBytes(UTF_8));
        assertThat(wrong.text("/rows/0/errors/0/pointer")).isEqualTo("F2");
        server.post("/api/v1/imports", "text/csv", table.formatted(other, "NO").getBytes(UTF_8));
        assertThat(server.get("/api/v1/partners/" + other).json().at("/contact").toString())
                .isEqualTo(
                        "{\"name\":\"Ms Ek\",\"email\":\"ek@example.org\",\"address\":\"Gate 2\\nOslo\",\"country\":\"NO\"}");
        Answer bad = server.post(
                "/api/v1/partners",
                "{\"code\":\"%s\",\"roles\":[],\"contact\":{\"email\":\"none\",\"country\":\"Norway\",\"language\":\"xx\"}}"
                        .formatted(story.partnerOfName("BAD")));
        assertThat(bad.pointers()).containsExactly("/contact/email", "/contact/country", "/contact/language");
    }
}
