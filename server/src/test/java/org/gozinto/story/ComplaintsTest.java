/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Complaints over HTTP, from the first words to the end. */
class ComplaintsTest {

    private static final String COMPLAINTS = "/api/v1/complaints";

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Answer tries(RunningServer server, String members) {
        return server.post(COMPLAINTS, "{\"id\":\"%s\",%s}".formatted(id(), members));
    }

    private static JsonNode takes(RunningServer server, String members) {
        Answer taken = tries(server, members);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return taken.json();
    }

    private static JsonNode now(RunningServer server, String number) {
        Answer answer = server.get(COMPLAINTS + "/" + number);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static Answer tries(RunningServer server, String number, String type, String members) {
        String body = "{\"id\":\"%s\",\"step\":{\"type\":\"%s\"%s}}"
                .formatted(id(), type, members.isEmpty() ? "" : "," + members);
        return server.post(COMPLAINTS + "/" + number + "/steps", body);
    }

    private static JsonNode step(RunningServer server, String number, String type, String members) {
        Answer taken = tries(server, number, type, members);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return taken.json().at("/complaint");
    }

    private static String number(JsonNode complaint) {
        return complaint.at("/number").asString();
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.at(member).asString("")));
        return texts;
    }

    private static void code(RunningServer server, String code, String members) {
        Answer made = server.post("/api/v1/complaint-codes", "{\"code\":\"%s\"%s}".formatted(code, members));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** Two bikes of a lot of resin, with a battery each; the first is with a shop. */
    private static Story bikes(Engine engine) {
        Story story = new Story(engine.shared()).serials("BIKE", "BAT");
        story.receive("SUP", "A", "6 R1 supplierLot=X9");
        story.commission("A", "BAT1", "BAT2", "BAT3");
        story.run("MO1").uses("2 R1").makes("BIKE1", "BIKE2").done();
        story.install("BAT1", "BIKE1", "tube");
        story.ship("A", "SHOP", "BIKE1");
        return story;
    }

    @ParameterizedTest
    @EnumSource
    void codesAreATree(Engine engine) {
        Story story = new Story(engine.shared());
        RunningServer server = story.server();
        String top = story.code("BATTERY");
        String heat = story.code("HEAT");
        code(server, top, ",\"name\":\"Battery\"");
        code(server, heat, ",\"name\":\"Overheats\",\"parent\":\"" + top + "\",\"severity\":\"critical\"");
        assertThat(server.post("/api/v1/complaint-codes", "{\"code\":\"%s\",\"name\":\"x\"}".formatted(top))
                        .code())
                .isEqualTo("exists");
        String circle = "{\"name\":\"Battery\",\"parent\":\"%s\"}".formatted(heat);
        assertThat(server.put("/api/v1/complaint-codes/" + top, circle).code()).isEqualTo("not-a-tree");
        Answer closed = server.put("/api/v1/complaint-codes/" + top, "{\"name\":\"Cell\",\"active\":false}");
        assertThat(closed.text("/version")).isEqualTo("2");
        assertThat(server.put("/api/v1/complaint-codes/" + top, "{\"name\":\"Old\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(server.get("/api/v1/complaint-codes").texts("/items", "/code"))
                .contains(top, heat);

        JsonNode hot = takes(server, "\"description\":\"It is hot\",\"code\":\"" + heat + "\"");
        assertThat(hot.at("/severity").asString()).isEqualTo("critical");
        assertThat(hot.at("/codeName").asString()).isEqualTo("Overheats");
        assertThat(tries(server, "\"description\":\"x\",\"code\":\"" + top + "\"")
                        .code())
                .isEqualTo("code-closed");
        assertThat(tries(server, "\"description\":\"x\",\"code\":\"NONE\"").code())
                .isEqualTo("unknown-code");
        assertThat(server.get(COMPLAINTS + "?code=" + top).texts("/items", "/number"))
                .containsExactly(number(hot));
        assertThat(server.get(COMPLAINTS + ":count?by=code&code=" + top).texts("", "/name"))
                .containsExactly("Overheats");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheLedgerKnowsIsLinkedByItself(Engine engine) {
        Story story = bikes(engine);
        RunningServer server = story.server();
        String shipped = story.last().substring(0, 10);
        story.when("2025-06-01T08:00:00Z").remove("BAT1", "BIKE1", "A");
        story.when("2025-06-01T09:00:00Z").install("BAT2", "BIKE1", "tube");
        JsonNode taken = takes(
                server,
                "\"item\":\"%s\",\"serial\":\"BIKE1\",\"description\":\"It smells\",\"failedOn\":\"2025-05-03\""
                        .formatted(story.code("BIKE")));
        assertThat(taken.at("/match/state").asString()).isEqualTo("unit");
        assertThat(taken.at("/match/unit/serial").asString()).isEqualTo("BIKE1");
        JsonNode linked = taken.at("/linked");
        assertThat(linked.at("/run").asString()).isEqualTo(story.code("MO1"));
        assertThat(linked.at("/consignee").asString()).isEqualTo(story.code("SHOP"));
        assertThat(linked.at("/shippedAt").asString()).startsWith(shipped);
        // The battery that was in it then, not the one that is in it now, and what its run took in.
        assertThat(texts(linked.at("/components"), "/serial")).containsExactly("BAT1", "");
        assertThat(texts(linked.at("/components"), "/lot")).containsExactly("", "R1");
        assertThat(texts(linked.at("/components"), "/how")).containsExactly("installed", "input");
        assertThat(linked.at("/components/0/position").asString()).isEqualTo("tube");
        assertThat(taken.at("/ageInService/from").asString()).isEqualTo("shipped");
        assertThat(taken.at("/ageInService/days").asInt()).isEqualTo(61);
        assertThat(taken.at("/warnings")).isEmpty();

        JsonNode early = step(server, number(taken), "detail", "\"failedOn\":\"2025-01-03\",\"injuries\":1");
        assertThat(texts(early.at("/warnings"), "/code")).containsExactly("before-manufacture", "before-shipment");
        assertThat(early.at("/linked/components")).hasSize(1);
        JsonNode home = takes(server, "\"item\":\"%s\",\"serial\":\"BIKE2\"".formatted(story.code("BIKE")));
        assertThat(texts(home.at("/warnings"), "/code")).containsExactly("never-shipped");
        assertThat(home.at("/title").asString()).isEqualTo("BIKE2");

        JsonNode lot = takes(server, "\"item\":\"%s\",\"lot\":\"R1\"".formatted(story.code("R")));
        assertThat(lot.at("/match/state").asString()).isEqualTo("lot");
        JsonNode supplied = takes(server, "\"item\":\"%s\",\"lot\":\"X9\"".formatted(story.code("R")));
        assertThat(supplied.at("/match/unit/lot").asString()).isEqualTo("R1");
        assertThat(server.get(COMPLAINTS + "?unit=" + lot.at("/match/unit/unit").asString())
                        .texts("/items", "/number"))
                .containsExactly(number(supplied), number(lot));
        assertThat(server.get(COMPLAINTS + "?serial=BIKE1&item=" + story.code("BIKE"))
                        .texts("/items", "/number"))
                .containsExactly(number(taken));
    }

    @ParameterizedTest
    @EnumSource
    void aSerialInACartonWentWithTheCarton(Engine engine) {
        Story story = bikes(engine);
        story.pack("BOX", "A", "BIKE2");
        story.ship("A", "FAR", "[BOX]");
        JsonNode taken = takes(story.server(), "\"item\":\"%s\",\"serial\":\"BIKE2\"".formatted(story.code("BIKE")));
        assertThat(taken.at("/linked/consignee").asString()).isEqualTo(story.code("FAR"));
        assertThat(taken.at("/warnings")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNumberThatTwoUnitsClaimIsSaidToBe(Engine engine) {
        Story story = bikes(engine);
        assertThat(story.receive("OTHER", "A", "BIKE1").alerts()).contains("suspect-twin");
        JsonNode taken = takes(story.server(), "\"item\":\"%s\",\"serial\":\"BIKE1\"".formatted(story.code("BIKE")));
        assertThat(taken.at("/match/state").asString()).isEqualTo("unit");
        assertThat(taken.at("/match/candidates")).hasSize(2);
        assertThat(taken.at("/linked/consignee").asString()).isEqualTo(story.code("SHOP"));
        assertThat(texts(taken.at("/warnings"), "/code")).containsExactly("suspect-twin");
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownNumberStaysOpenAndIsMatchedWhenItComes(Engine engine) {
        Story story = new Story(engine.shared()).serials("BIKE");
        RunningServer server = story.server();
        String item = story.code("BIKE");
        String serial = "BIKE7";
        JsonNode open = takes(server, "\"item\":\"%s\",\"serial\":\"%s\"".formatted(item, serial));
        assertThat(open.at("/match/state").asString()).isEqualTo("item");
        assertThat(texts(open.at("/warnings"), "/code")).containsExactly("unknown-number");
        JsonNode bare = takes(server, "\"scanned\":\"" + story.code("S") + "\"");
        assertThat(bare.at("/match/state").asString()).isEqualTo("unknown");
        JsonNode lot = takes(server, "\"lot\":\"" + story.code("L") + "\"");
        String found = COMPLAINTS + "?match=unit&item=" + item;
        assertThat(server.get(found).json().at("/items")).isEmpty();
        assertThat(facts(server, number(open)).unitId()).isZero();

        story.commission("A", "BIKE7", "BIKE:" + story.code("S"));
        story.receive("SUP", "A", "3 R5 supplierLot=" + story.code("L"));
        assertThat(server.get(found).texts("/items", "/number")).containsExactly(number(bare), number(open));
        assertThat(now(server, number(open)).at("/match/state").asString()).isEqualTo("unit");
        assertThat(now(server, number(lot)).at("/match/unit/lot").asString()).isEqualTo("R5");
        assertThat(server.get(COMPLAINTS + "?match=lot&lot=R5&item=" + story.code("R"))
                        .texts("/items", "/number"))
                .containsExactly(number(lot));
        ComplaintFacts.Fact fact = facts(server, number(open));
        assertThat(fact.unitId())
                .isEqualTo(now(server, number(open)).at("/match/unit/unit").asLong());

        JsonNode near = takes(server, "\"item\":\"%s\",\"serial\":\"bike7\"".formatted(item));
        assertThat(near.at("/match/state").asString()).isEqualTo("item");
        assertThat(texts(near.at("/match/candidates"), "/serial")).containsExactly("BIKE7");
        String unit = near.at("/match/candidates/0/unit").asString();
        JsonNode chosen = step(server, number(near), "identify", "\"unit\":\"" + unit + "\"");
        assertThat(chosen.at("/match/unit/serial").asString()).isEqualTo("BIKE7");
        story.serials("KIT");
        story.commission("A", "KIT:" + story.code("S"));
        assertThat(now(server, number(bare)).at("/match/state").asString()).isEqualTo("ambiguous");
        assertThat(server.get(COMPLAINTS + "?match=ambiguous&q=" + story.code("S"))
                        .texts("/items", "/number"))
                .containsExactly(number(bare));
    }

    private static ComplaintFacts.Fact facts(RunningServer server, String number) {
        List<ComplaintFacts.Fact> all = new ArrayList<>();
        server.room(ComplaintFacts.class).facts(null, null, all::add);
        return all.stream()
                .filter(fact -> fact.complaint().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aPhotoOfALabelFillsTheComplaintIn(Engine engine) {
        Story story = new Story(engine.shared()).item("BAT", "lot+serial", ",\"gtin\":\"09506000134376\"");
        RunningServer server = story.server();
        story.commission("A", "BAT:" + story.code("B") + " lot=L1");
        String label =
                "{\"item\":\"%s\",\"lot\":\"L1\",\"serial\":\"%s\"}".formatted(story.code("BAT"), story.code("B"));
        Answer made = server.post(
                "/api/v1/labels:print",
                "{\"id\":\"%s\",\"template\":\"unit-50x25\",\"format\":\"png\",\"labels\":[%s]}"
                        .formatted(id(), label));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        Answer read = server.post(
                COMPLAINTS + ":read-photo", "image/png", made.response().body());
        assertThat(read.text("/match/state")).as(read.toString()).isEqualTo("unit");
        String scanned = read.json().at("/said/scanned").toString();
        JsonNode taken = takes(server, "\"scanned\":" + scanned + ",\"description\":\"Swollen\"");
        assertThat(taken.at("/match/unit/serial").asString()).isEqualTo(story.code("B"));
        assertThat(taken.at("/linked/lot/lot").asString()).isEqualTo("L1");
        assertThat(server.post(COMPLAINTS + ":read-photo", "image/png", "no picture".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("not-an-image");
        Answer other = tries(
                server,
                "\"item\":\"%s\",\"serial\":\"%s\",\"lot\":\"L2\"".formatted(story.code("BAT"), story.code("B")));
        assertThat(other.texts("/warnings", "/code")).contains("other-lot");
    }

    @ParameterizedTest
    @EnumSource
    void duplicatesAreNamedAndMerged(Engine engine) {
        Story story = bikes(engine);
        RunningServer server = story.server();
        String item = story.code("BIKE");
        String reporter = ",\"reporter\":{\"name\":\"Jo\",\"email\":\"Jo%s@example.org\"}".formatted(story.code(""));
        String one = number(takes(server, "\"item\":\"%s\",\"serial\":\"BIKE1\"".formatted(item) + reporter));
        JsonNode second = takes(server, "\"item\":\"%s\",\"serial\":\"BIKE1\"".formatted(item));
        assertThat(texts(second.at("/duplicates"), "/number")).containsExactly(one);
        assertThat(texts(second.at("/duplicates"), "/why")).containsExactly("sameUnit");
        String two = number(second);
        JsonNode third = takes(
                server,
                "\"item\":\"%s\",\"description\":\"Again\",\"likeId\":[\"%s\"]".formatted(item, two)
                        + reporter.toLowerCase(Locale.ROOT));
        String three = number(third);
        assertThat(texts(third.at("/duplicates"), "/why")).containsExactly("sameReporter", "said");
        assertThat(server.get(COMPLAINTS + "?item=" + item).texts("/items", "/duplicates"))
                .containsExactly("1", "1", "2");

        assertThat(tries(server, two, "merge", "\"into\":\"" + two + "\"").code())
                .isEqualTo("merge-into-itself");
        assertThat(tries(server, two, "merge", "\"into\":\"C-1999-00001\"").code())
                .isEqualTo("unknown-complaint");
        JsonNode merged = step(server, two, "merge", "\"into\":\"" + one + "\"");
        assertThat(merged.at("/state").asString()).isEqualTo("merged");
        assertThat(texts(merged.at("/next"), "")).containsExactly("note", "unmerge");
        assertThat(texts(now(server, one).at("/merged"), "")).containsExactly(two);
        assertThat(tries(server, two, "merge", "\"into\":\"" + three + "\"").code())
                .isEqualTo("merged-already");
        assertThat(tries(server, one, "merge", "\"into\":\"" + two + "\"").code())
                .isEqualTo("merge-into-merged");
        assertThat(tries(server, two, "close", "\"reason\":\"x\"").code()).isEqualTo("step-not-now");
        assertThat(server.get(COMPLAINTS + ":count?by=item&item=" + item).texts("", "/count"))
                .containsExactly("2");
        List<String> facts = new ArrayList<>();
        server.room(ComplaintFacts.class).facts(null, null, fact -> facts.add(fact.complaint()));
        assertThat(facts).contains(one, three).doesNotContain(two);
        assertThat(step(server, two, "unmerge", "").at("/state").asString()).isEqualTo("open");
        step(server, two, "merge", "\"into\":\"" + three + "\"");
        assertThat(server.get(COMPLAINTS + "?state=merged&item=" + item).texts("/items", "/number"))
                .containsExactly(two);
    }

    @ParameterizedTest
    @EnumSource
    void aComplaintIsWorkedOnToItsEnd(Engine engine) {
        Story story = bikes(engine);
        RunningServer server = story.server();
        String heat = story.code("HEAT");
        code(server, heat, ",\"name\":\"Overheats\"");
        String number = number(takes(
                server,
                "\"item\":\"%s\",\"serial\":\"BIKE1\",\"country\":\"DE\",\"reportedOn\":\"2025-07-01\""
                        .formatted(story.code("BIKE"))));
        step(server, number, "note", "\"text\":\"Called back\"");
        step(server, number, "investigate", "\"findings\":\"A cell is swollen\"");
        step(server, number, "code", "\"code\":\"%s\",\"confirmed\":true".formatted(heat));
        ComplaintFacts.Fact fact = facts(server, number);
        assertThat(fact.code()).isEqualTo(heat);
        assertThat(fact.confirmed()).isTrue();
        assertThat(fact.country()).isEqualTo("DE");
        assertThat(fact.reportedDay()).hasToString("2025-07-01");
        assertThat(now(server, number).at("/state").asString()).isEqualTo("investigating");
        JsonNode closed = step(server, number, "close", "\"reason\":\"Replaced\",\"outcome\":\"confirmed\"");
        assertThat(closed.at("/state").asString()).isEqualTo("closed");
        assertThat(closed.at("/closed/outcome").asString()).isEqualTo("confirmed");
        assertThat(step(server, number, "reopen", "\"reason\":\"It is back\"")
                        .at("/state")
                        .asString())
                .isEqualTo("investigating");
        assertThat(server.get(COMPLAINTS + "/" + number + "/steps?limit=3").texts("/items", "/step/type"))
                .containsExactly("take", "note", "investigate");
        Answer verified = server.post(COMPLAINTS + "/" + number + ":verify", "");
        assertThat(verified.json().at("/ok").asBoolean())
                .as(verified.toString())
                .isTrue();
        assertThat(server.get(COMPLAINTS + ":count?by=month&item=" + story.code("BIKE"))
                        .texts("", "/key"))
                .containsExactly("2025-07");
        assertThat(server.get(COMPLAINTS + ":count?by=lot&item=" + story.code("BIKE"))
                        .texts("", "/key"))
                .containsExactly("");
    }

    @ParameterizedTest
    @EnumSource
    void filesAreKeptByTheirContent(Engine engine) throws IOException {
        RunningServer server = engine.shared();
        String path = COMPLAINTS + "/" + number(takes(server, "\"description\":\"Look\"")) + "/attachments";
        byte[] png = png();
        Answer attached = server.post(path + "?name=front.png", "application/octet-stream", png);
        assertThat(attached.status()).as(attached.toString()).isEqualTo(201);
        assertThat(attached.text("/type")).isEqualTo("image/png");
        assertThat(server.post(path + "?name=front.png", "image/png", png).status())
                .isEqualTo(200);
        assertThat(server.post(path + "?name=back.png", "image/png", png).text("/hash"))
                .isEqualTo(attached.text("/hash"));
        Answer got = server.get(path + "/" + attached.text("/hash"));
        assertThat(got.response().body()).isEqualTo(png);
        assertThat(got.header("Content-Type")).isEqualTo("image/png");
        assertThat(got.header("Content-Disposition")).contains("inline", "front.png");

        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) 'x');
        Answer text = server.post(path + "?name=log.txt", "text/plain", large);
        assertThat(server.get(path + "/" + text.text("/hash")).response().body())
                .isEqualTo(large);
        byte[] broken = Arrays.copyOf(png, png.length / 2);
        assertThat(server.post(path + "?name=b.png", "image/png", broken).code())
                .isEqualTo("image-unreadable");
        assertThat(server.post(path + "?name=b.exe", "image/png", new byte[] {77, 90, 0, 1})
                        .code())
                .isEqualTo("attachment-unknown");
        assertThat(server.post(path + "?name=b", "image/png", new byte[0]).code())
                .isEqualTo("attachment-empty");
        assertThat(server.post(path + "?name=b", "image/png", new byte[(20 << 20) + 1])
                        .code())
                .isEqualTo("attachment-too-large");
        assertThat(server.get(path + "/00").code()).isEqualTo("unknown-attachment");
    }

    @ParameterizedTest
    @EnumSource
    void theReporterSeesAndAnswersByALink(Engine engine) throws IOException {
        RunningServer server = engine.shared();
        String number = number(takes(
                server, "\"description\":\"Smoke & <b>fire</b>\",\"reporter\":{\"name\":\"Jo\",\"language\":\"de\"}"));
        String body = "{\"id\":\"" + id() + "\"}";
        Answer made = server.post(COMPLAINTS + "/" + number + "/links", body);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        Answer again = server.post(COMPLAINTS + "/" + number + "/links", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("/url")).isEqualTo(made.text("/url"));
        assertThat(now(server, number).at("/answerLink").asString()).isEqualTo(made.text("/url"));
        String path = made.text("/url").substring(made.text("/url").indexOf("/complaint/"));
        step(server, number, "reply", "\"text\":\"Bitte nicht mehr laden.\"");

        Answer page = server.send(server.request(path, null).GET());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(number, "Smoke &amp; &lt;b&gt;fire", "Bitte nicht mehr laden.", "lang=\"de\"")
                .doesNotContain("<b>fire");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(server.form(path, "text=Es+war+warm").status()).isEqualTo(303);
        assertThat(multipart(server, path, "Hier ein Bild", png()).status()).isEqualTo(303);
        assertThat(server.form(path, "text=").status()).isEqualTo(422);
        assertThat(multipart(server, path, "", new byte[] {1, 2, 3}).status()).isEqualTo(422);
        JsonNode after = now(server, number);
        assertThat(texts(after.at("/replies"), "/from")).containsExactly("us", "customer", "customer");
        assertThat(texts(after.at("/replies"), "/text"))
                .containsExactly("Bitte nicht mehr laden.", "Es war warm", "Hier ein Bild");
        assertThat(texts(after.at("/attachments"), "/by")).containsExactly("customer");
        assertThat(server.send(server.request("/complaint/nonsense", null).GET())
                        .status())
                .isEqualTo(404);
        assertThat(server.send(server.request(COMPLAINTS, null).GET()).status()).isEqualTo(401);
    }

    private static Answer multipart(RunningServer server, String path, String text, byte[] picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        String head = "--edge\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n" + text
                + "\r\n--edge\r\nContent-Disposition: form-data; name=\"pictures\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        bytes.write(head.getBytes(StandardCharsets.UTF_8));
        bytes.write(picture);
        bytes.write("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return server.send(server.request(path, null)
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray())));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongIsSaidAndTheSameTwiceIsOne(Engine engine) {
        Story story = new Story(engine.shared());
        RunningServer server = story.server();
        assertThat(tries(server, "\"description\":\"\"").pointers()).containsExactly("/description");
        assertThat(tries(server, "\"description\":\"" + "x".repeat(10_001) + "\"")
                        .pointers())
                .containsExactly("/description");
        assertThat(tries(
                                server,
                                "\"description\":\"x\",\"failedOn\":\"2999-01-01\",\"country\":\"XX\","
                                        + "\"severity\":\"awful\",\"channel\":\"fax\",\"injuries\":-1,"
                                        + "\"reporter\":{\"email\":\"no\",\"language\":\"qq\"}")
                        .pointers())
                .containsExactly(
                        "/severity",
                        "/country",
                        "/injuries",
                        "/reporter/email",
                        "/reporter/language",
                        "/channel",
                        "/failedOn");
        assertThat(tries(server, "\"description\":\"x\",\"failedOn\":\"2025-02-02\",\"reportedOn\":\"2025-02-01\"")
                        .pointers())
                .containsExactly("/failedOn");
        assertThat(tries(server, "\"item\":\"NO-SUCH\"").code()).isEqualTo("unknown-item");
        assertThat(tries(server, "\"description\":\"x\",\"reporter\":{\"partner\":\"NO-SUCH\"}")
                        .code())
                .isEqualTo("unknown-partner");
        assertThat(tries(server, "\"description\":\"x\",\"likeId\":[\"C-1\"]").code())
                .isEqualTo("unknown-complaint");

        String body = "{\"id\":\"%s\",\"description\":\"Once\"}".formatted(id());
        Answer first = server.post(COMPLAINTS, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(server.post(COMPLAINTS, body).status()).isEqualTo(200);
        assertThat(server.post(COMPLAINTS, body.replace("Once", "Twice")).code())
                .isEqualTo("id-reused");
        String number = first.text("/number");
        assertThat(tries(server, number, "said", "\"text\":\"x\"").pointers()).containsExactly("/step/type");
        assertThat(tries(server, number, "identify", "").pointers()).containsExactly("/step");
        assertThat(server.get(COMPLAINTS + "?state=odd").status()).isEqualTo(400);
        assertThat(server.get(COMPLAINTS + ":count?by=colour").status()).isEqualTo(400);
        assertThat(server.get(COMPLAINTS + "/C-1999-00001").code()).isEqualTo("unknown-complaint");

        String viewer = token(server, story, "viewer");
        String operator = token(server, story, "operator");
        assertThat(server.post(COMPLAINTS, viewer, body.replace("Once", "No")).status())
                .isEqualTo(403);
        assertThat(server.get(COMPLAINTS + "/" + number, viewer).status()).isEqualTo(200);
        String close = "{\"id\":\"%s\",\"step\":{\"type\":\"close\",\"reason\":\"x\"}}".formatted(id());
        assertThat(server.post(COMPLAINTS + "/" + number + "/steps", operator, close)
                        .status())
                .isEqualTo(403);
        String note = "{\"id\":\"%s\",\"step\":{\"type\":\"note\",\"text\":\"x\"}}".formatted(id());
        assertThat(server.post(COMPLAINTS + "/" + number + "/steps", operator, note)
                        .status())
                .isEqualTo(201);
        assertThat(server.post("/api/v1/complaint-codes", operator, "{\"code\":\"X\",\"name\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    private static String token(RunningServer server, Story story, String role) {
        Answer made =
                server.post("/api/v1/tokens", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(story.code(role), role));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.text("/token");
    }
}
