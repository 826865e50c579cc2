/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipInputStream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels over HTTP: what is printed, what is refused, and what is written down. */
class LabelsTest {

    private static final String GTIN = "09506000134352";

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static Story story(Engine engine) {
        return new Story(engine.shared()).item("BAT", "lot+serial", ",\"gtin\":\"" + GTIN + "\"");
    }

    private static String serial(Story story, String serial) {
        return "{\"item\":\"%s\",\"lot\":\"L1\",\"serial\":\"%s\"}".formatted(story.code("BAT"), serial);
    }

    @ParameterizedTest
    @EnumSource
    void aCaseHasTheGtinOfItsPackage(Engine engine) {
        Story story = new Story(engine.shared())
                .item(
                        "BOX",
                        "lot",
                        ",\"gtin\":\"09506000134352\",\"codes\":"
                                + "[{\"scheme\":\"gtin\",\"value\":\"19506000134359\",\"contains\":\"12\"}]");
        assertThat(readBack(story, "12")).contains("\"]C10119506000134359\"");
        assertThat(readBack(story, "7")).contains("\"]C10109506000134352307\"");
    }

    /** What the picture of a case label says to the server's own reader. */
    private static String readBack(Story story, String qty) {
        String request = """
                {"id":"%s","template":"case-100x70","format":"png","reason":"again",
                 "labels":[{"item":"%s","lot":"L1","qty":"%s"}]}
                """;
        Answer made = story.server().post("/api/v1/labels:print", request.formatted(id(), story.code("BOX"), qty));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        return story.server()
                .post("/api/v1/codes:image", "image/png", made.response().body())
                .toString();
    }

    private static Answer print(Story story, String id, String members, String... labels) {
        return story.server()
                .post(
                        "/api/v1/labels:print",
                        "{\"id\":\"%s\",\"template\":\"unit-50x25\"%s,\"labels\":[%s]}"
                                .formatted(id, members, String.join(",", labels)));
    }

    @ParameterizedTest
    @EnumSource
    void aSecondLabelNeedsAReasonAndIsCopyTwo(Engine engine) {
        Story story = story(engine);
        String first = id();
        Answer made = print(story, first, "", serial(story, "S1"));
        assertThat(made.status()).as(made.toString()).isEqualTo(200);
        assertThat(made.header("Content-Type")).isEqualTo("application/pdf");
        Answer again = print(story, first, "", serial(story, "S1"));
        assertThat(again.response().body()).isEqualTo(made.response().body());
        Answer other = print(story, first, "", serial(story, "S2"));
        assertThat(other.code()).isEqualTo("id-reused");
        Answer refused = print(story, id(), "", serial(story, "S1"));
        assertThat(refused.code()).isEqualTo("reprint-needs-reason");
        String second = id();
        assertThat(print(story, second, ",\"reason\":\"torn\"", serial(story, "S1"))
                        .status())
                .isEqualTo(200);
        Answer log = story.server().get("/api/v1/prints?item=" + story.code("BAT"));
        assertThat(log.texts("/items", "/print")).containsExactly(second, first);
        assertThat(log.texts("/items", "/reason")).containsExactly("torn", "");
        Answer one = story.server().get("/api/v1/prints/" + second);
        assertThat(one.texts("/lines", "/serial")).containsExactly("S1");
        assertThat(one.json().at("/lines/0/copy").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultIsNamedAndNothingIsPrinted(Engine engine) {
        Story story = story(engine);
        Answer refused = print(
                story,
                id(),
                "",
                serial(story, "good"),
                serial(story, "no blank"),
                "{\"item\":\"" + story.code("BAT") + "\",\"lot\":\"L1\"}",
                "{\"item\":\"NOBODY\"}",
                "{\"item\":\"%s\",\"lot\":\"L1\",\"serial\":\"S9\",\"expiry\":\"2027-02-30\"}"
                        .formatted(story.code("BAT")),
                "{\"container\":\"395060001343520000\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("label-invalid");
        assertThat(refused.pointers())
                .contains("/labels/1/serial", "/labels/2/serial", "/labels/3/item", "/labels/4/expiry")
                .contains("/labels/5/container")
                .noneMatch(p -> p.startsWith("/labels/0"));
        assertThat(story.server()
                        .get("/api/v1/prints?item=" + story.code("BAT"))
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void severalImagesAreOneFile(Engine engine) throws IOException {
        Story story = story(engine);
        Answer made = print(story, id(), ",\"format\":\"svg\"", serial(story, "Z1"), serial(story, "Z2"));
        assertThat(made.header("Content-Type")).isEqualTo("application/zip");
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(made.response().body()))) {
            for (int i = 0; i < 2; i++) {
                assertThat(zip.getNextEntry()).isNotNull();
                assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("<svg");
            }
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPrinterGetsZplAndTheLogSaysWhatBecameOfIt(Engine engine) throws Exception {
        Story story = story(engine);
        String printer = story.code("DOCK");
        String job = id();
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            keep(story, printer, socket.getLocalPort());
            var got = CompletableFuture.supplyAsync(() -> {
                try (Socket line = socket.accept()) {
                    return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            Answer sent = print(story, job, ",\"printer\":\"" + printer + "\"", serial(story, "P1"));
            assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
            assertThat(sent.text("/state")).isEqualTo("sent");
            assertThat(got.get()).startsWith("^XA").endsWith("^XZ\n").contains("^GFA");
        }
        Answer again = print(story, job, ",\"printer\":\"" + printer + "\"", serial(story, "P1"));
        assertThat(again.text("/state")).as("what was sent is not sent again").isEqualTo("sent");
        String failing = id();
        Answer refused = print(story, failing, ",\"printer\":\"" + printer + "\"", serial(story, "P2"));
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("printer-refused");
        assertThat(story.server().get("/api/v1/prints/" + failing).text("/print/state"))
                .isEqualTo("failed");
    }

    private static void keep(Story story, String printer, int port) {
        Answer kept = story.server()
                .put("/api/v1/printers/" + printer, "{\"host\":\"127.0.0.1\",\"port\":" + port + ",\"dpi\":300}");
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void ownTemplatesHaveVersionsAndBuiltInOnesStay(Engine engine) {
        Story story = story(engine);
        String path = "/api/v1/label-templates/" + story.code("T");
        String body = "{\"code\":\"%s\",\"about\":\"unit\",\"widthMm\":40,\"heightMm\":20,\"elements\":[%s]}";
        String text = "{\"kind\":\"text\",\"x\":1,\"y\":1,\"width\":38,\"height\":5,\"content\":\"%s\"}";
        Answer first = story.server().put(path, body.formatted(story.code("T"), text.formatted("{name}")));
        assertThat(first.json().at("/version").asInt()).as(first.toString()).isEqualTo(1);
        Answer second = story.server().put(path, body.formatted(story.code("T"), text.formatted("{item}")));
        assertThat(second.json().at("/version").asInt()).isEqualTo(2);
        Answer old = story.server().put(path, body.formatted(story.code("T"), text.formatted("x")), "If-Match", "1");
        assertThat(old.code()).isEqualTo("changed-meanwhile");
        Answer broken = story.server().put(path, body.formatted(story.code("T"), text.formatted("{nobody}")));
        assertThat(broken.pointers()).containsExactly("/elements/0/content");
        assertThat(story.server()
                        .put("/api/v1/label-templates/unit-50x25", body.formatted("unit-50x25", text.formatted("x")))
                        .code())
                .isEqualTo("built-in");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoImageIsRefused(Engine engine) {
        RunningServer server = engine.shared();
        byte[] gif = "GIF89a".getBytes(StandardCharsets.US_ASCII);
        byte[] huge = {
            'G',
            'I',
            'F',
            '8',
            '9',
            'a',
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            0,
            0,
            0,
            0x2C,
            0,
            0,
            0,
            0,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            (byte) 0xFF,
            0
        };
        assertThat(server.post("/api/v1/codes:image", "image/png", "hello".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("not-an-image");
        assertThat(server.post("/api/v1/codes:image", "image/gif", gif).code()).isEqualTo("image-unreadable");
        assertThat(server.post("/api/v1/codes:image", "image/gif", huge).code()).isEqualTo("image-too-large");
        assertThat(server.post("/api/v1/codes:image", "image/png", new byte[10_485_761])
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @EnumSource
    void aPrintedLabelIsReadFromItsPicture(Engine engine) {
        Story story = story(engine);
        Answer preview = story.server()
                .post(
                        "/api/v1/labels:preview",
                        "{\"template\":\"unit-50x25\",\"format\":\"png\",\"label\":" + serial(story, "S-1") + "}");
        Answer read = story.server()
                .post("/api/v1/codes:image", "image/png", preview.response().body());
        assertThat(read.json().at("/codes/0").asString()).isEqualTo("]d201" + GTIN + "10L1\u001d21S-1");
        assertThat(List.of(read.json().at("/symbologies/0").asString())).containsExactly("data-matrix");
    }
}
