/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.gozinto.ledger.RefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The list that shops check without asking: read here as its description says, with nothing of ours. */
class CheckListTest {

    private static final int SIGNATURE_BYTES = 64;

    @TempDir
    static Path directory;

    private static AccessServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        server = new AccessServer(directory, AccessServer.ADMIN);
        client = HttpClient.newHttpClient();
        GivenUnits.in(server);
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        var request = server.request(path, null).GET();
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private static JsonNode json(String path) {
        return server.get(path, null).json();
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] entry(byte[] salt, String canonical) throws Exception {
        byte[] text = canonical.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(salt, salt.length + text.length);
        System.arraycopy(text, 0, all, salt.length, text.length);
        return Arrays.copyOf(sha256(all), 5);
    }

    private static Set<String> entries(byte[] list) {
        Set<String> entries = new TreeSet<>();
        for (int at = 48; at < list.length - SIGNATURE_BYTES; at += 5) {
            entries.add(HexFormat.of().formatHex(list, at, at + 5));
        }
        return entries;
    }

    private static boolean isSigned(byte[] list) throws Exception {
        String pem = server.get("/check/key", null).response().body();
        String base64 = pem.replaceAll("-----.*?-----", "").replace("\n", "");
        var key = KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        byte[] body = Arrays.copyOf(list, list.length - SIGNATURE_BYTES);
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update("GZCHECK1".getBytes(StandardCharsets.US_ASCII));
        signature.update(sha256(body));
        return signature.verify(Arrays.copyOfRange(list, body.length, list.length));
    }

    /** What was recalled and not put right is in it, and nothing else; every changed byte shows. */
    @Test
    void listHoldsWhatIsAffectedAndIsSigned() throws Exception {
        GivenUnits.publish(server);
        server.bean(GivenRecalls.class).remedy(GivenUnits.PACK_1, "2026-11-22");
        server.clock().pass(Duration.ofMinutes(2));
        server.bean(CheckList.class).renew();
        byte[] list = bytes("/check/list.bin").body();
        JsonNode told = json("/check/list.json");
        ByteBuffer head = ByteBuffer.wrap(list);
        byte[] magic = new byte[8];
        head.get(magic);
        assertThat(magic).asString(StandardCharsets.US_ASCII).isEqualTo("GZCHECK1");
        assertThat(Instant.ofEpochSecond(head.getLong()))
                .isEqualTo(told.at("/created").asString());
        assertThat(head.getLong()).isEqualTo(told.at("/revision").asLong());
        assertThat(head.getInt()).isEqualTo(40);
        assertThat(head.getInt()).isEqualTo(16);
        byte[] salt = new byte[16];
        head.get(salt);
        assertThat(HexFormat.of().formatHex(salt)).isEqualTo(told.at("/salt").asString());
        assertThat(HexFormat.of().formatHex(sha256(list)))
                .isEqualTo(told.at("/sha256").asString());
        Set<String> expected = new TreeSet<>();
        for (String canonical : new String[] {
            GivenUnits.SCOOTER + "||" + GivenUnits.number(1),
            GivenUnits.CELL + "|L-77|",
            GivenUnits.BRAKE + "|B7|",
            GivenUnits.BRAKE + "||BR-1"
        }) {
            expected.add(HexFormat.of().formatHex(entry(salt, canonical)));
        }
        assertThat(entries(list)).isEqualTo(expected);
        assertThat(told.at("/entries").asLong()).isEqualTo(4);
        assertThat(isSigned(list)).isTrue();
        for (int at : new int[] {0, 9, 20, 40, 50, list.length - 1}) {
            byte[] changed = list.clone();
            changed[at] ^= 1;
            assertThat(isSigned(changed)).as("byte %d", at).isFalse();
        }
    }

    @Test
    void listIsKeptByItsTagAndComesCompressed() throws Exception {
        HttpResponse<byte[]> plain = bytes("/check/list.bin");
        String tag = plain.headers().firstValue("ETag").orElseThrow();
        assertThat(bytes("/check/list.bin", "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> zipped = bytes("/check/list.bin", "Accept-Encoding", "gzip");
        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(zipped.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(plain.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void bucketsAreAlikeInLengthAndHoldTheEntry() throws Exception {
        GivenUnits.publish(server);
        server.clock().pass(Duration.ofMinutes(2));
        server.bean(CheckList.class).renew();
        byte[] salt =
                HexFormat.of().parseHex(json("/check/list.json").at("/salt").asString());
        String entry = HexFormat.of()
                .formatHex(entry(salt, GivenUnits.CELL + "|L-77|"))
                .toUpperCase(Locale.ROOT);
        String bucket =
                new String(bytes("/check/range/" + entry.substring(0, 5)).body(), StandardCharsets.UTF_8);
        assertThat(bucket.lines()).contains(entry.substring(5) + ":1").hasSize(CheckFiles.LINES);
        String other = entry.startsWith("00000") ? "00001" : "00000";
        String empty = new String(bytes("/check/range/" + other).body(), StandardCharsets.UTF_8);
        assertThat(empty.lines())
                .allMatch(line -> line.matches("[0-9A-F]{5}:0"))
                .hasSize(CheckFiles.LINES);
        assertThat(empty).hasSameSizeAs(bucket);
        assertThat(bytes("/check/range/" + other).body()).asString().isEqualTo(empty);
        assertThat(bytes("/check/range/12g45").statusCode()).isEqualTo(400);
    }

    @Test
    void directoryTellsWhereEverythingIs() {
        JsonNode directory = json("/.well-known/gozinto-check.json");
        assertThat(Base64.getDecoder().decode(directory.at("/publicKey").asString()))
                .hasSize(32);
        assertThat(directory.at("/list").asString())
                .isEqualTo(server.uri("/check/list.bin").toString());
        assertThat(directory.at("/publicKeyPem").asString())
                .isEqualTo(server.get("/check/key", null).response().body());
    }

    @Test
    void keyStaysTheSameAndIsItsOwnersAlone(@TempDir Path data) throws Exception {
        Path file = data.resolve("keys/check-key.pem");
        CheckKey made = CheckKey.in(file);
        CheckKey read = CheckKey.in(file);
        assertThat(read.raw()).isEqualTo(made.raw());
        assertThat(read.isSigned(new byte[3], made.sign(new byte[3]))).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> CheckKey.in(file)).isInstanceOf(RefusedException.class);
    }

    /** Many runs on the disk, with doubles among them, become one ascending list. */
    @Test
    void longListIsSortedAndHasEachEntryOnce(@TempDir Path scratch) throws Exception {
        CheckKey key = CheckKey.in(scratch.resolve("key.pem"));
        Path file = scratch.resolve("list.bin");
        Set<String> expected = new TreeSet<>();
        try (var writer = new CheckListWriter(scratch, key, 100)) {
            for (int n = 0; n < 2_500; n++) {
                String serial = "S" + n % 1_700;
                writer.add("09506000134352", "L", serial);
                expected.add(HexFormat.of().formatHex(entry(key.salt(), "09506000134352||" + serial)));
            }
            var written = writer.write(file, Instant.EPOCH, 7);
            assertThat(written.entries()).isEqualTo(1_700);
        }
        byte[] list = Files.readAllBytes(file);
        assertThat(list).hasSize(48 + 1_700 * 5 + SIGNATURE_BYTES);
        assertThat(entries(list)).isEqualTo(expected);
        for (int at = 53; at < list.length - SIGNATURE_BYTES; at += 5) {
            assertThat(Arrays.compareUnsigned(list, at - 5, at, list, at, at + 5))
                    .isNegative();
        }
        try (var files = Files.list(scratch)) {
            assertThat(files).containsExactlyInAnyOrder(file, scratch.resolve("key.pem"));
        }
    }
}
