/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says when it cannot start, or cannot write. */
class StartTest {

    @TempDir
    Path data;

    /** The server ends by itself, says all of this, and shows no stack trace. */
    private static void refusesToStart(ServerProcess server, String... words) throws Exception {
        try (server) {
            assertThat(server.ended()).as(server.log()).isNotZero();
            assertThat(server.log()).contains(words).doesNotContain("\tat org.", "\tat java.");
        }
    }

    @Test
    void aSecondServerOnTheSameDirectoryIsRefused() throws Exception {
        try (var first = ServerProcess.start(data)) {
            first.ready();
            refusesToStart(ServerProcess.start(data), data.toString(), "locked by a running Gozinto server", "--data");
            assertThat(first.get("/actuator/health").body()).contains("UP");
        }
        try (var next = ServerProcess.start(data)) {
            next.ready();
        }
    }

    @Test
    void aDirectoryThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "not a directory");
        refusesToStart(ServerProcess.start(file), file.toString(), "--data");
        assertThat(file).hasContent("not a directory");
    }

    @Test
    void aReadOnlyDirectoryIsRefused() throws Exception {
        assumeTrue(!System.getProperty("user.name").equals("root"), "root may write everywhere");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
        refusesToStart(ServerProcess.start(data), data.toString(), "--data");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void aReadOnlyFileSystemIsRefused() throws Exception {
        try (var mount = Mount.of(data, "ro,size=4m")) {
            refusesToStart(ServerProcess.start(data), data.toString(), "--data");
            assertThat(mount.path()).isEmptyDirectory();
        }
    }

    @Test
    void aBrokenDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        Path file = Files.writeString(data.resolve("gozinto.db"), "this is no database ".repeat(1_000));
        refusesToStart(ServerProcess.start(data), "gozinto.db", "not a database");
        assertThat(file).hasContent("this is no database ".repeat(1_000));
    }

    @Test
    void aShortAdminTokenIsRefused() throws Exception {
        refusesToStart(ServerProcess.startWith("short", data), "GOZINTO_ADMIN_TOKEN", "32");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsSaid() throws Exception {
        refusesToStart(
                ServerProcess.start(data, "--gozinto.database=jdbc:postgresql://localhost:1/nowhere?connectTimeout=2"),
                "jdbc:postgresql://localhost:1/nowhere",
                "address");
    }

    @Test
    void aDatabaseOfAnotherKindIsSaid() throws Exception {
        refusesToStart(ServerProcess.start(data, "--gozinto.database=jdbc:h2:mem:x"), "jdbc:h2:mem:x", "PostgreSQL");
    }

    @Test
    void aFullDiskIsSaidAndWritingGoesOnWhenThereIsRoom() throws Exception {
        try (var mount = Mount.of(data, "size=24m");
                var server = ServerProcess.start(data)) {
            server.ready().makeMasters();
            assertThat(receive(server, "before")).isEqualTo(201);
            Path ballast = fill(mount.path());
            int status = 201;
            int recorded = 1;
            for (int i = 0; i < 5_000 && status == 201; i++) {
                status = receive(server, "S" + i + "x".repeat(40));
                recorded += status == 201 ? 1 : 0;
            }
            assertThat(status).isEqualTo(503);
            String act = act("last");
            var refused = server.post("/api/v1/entries", act);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .contains("application/problem+json");
            assertThat(refused.body()).contains("\"code\":\"cannot-write\"");
            assertThat(server.get("/api/v1/entries/" + recorded).statusCode()).isEqualTo(200);
            assertThat(server.get("/api/v1/entries/" + (recorded + 1)).statusCode())
                    .isEqualTo(404);
            Files.delete(ballast);
            var again = server.post("/api/v1/entries", act);
            assertThat(again.statusCode()).as(again.body() + server.log()).isEqualTo(201);
            assertThat(server.get("/api/v1/entries/" + (recorded + 1)).statusCode())
                    .isEqualTo(200);
            assertThat(server.post("/api/v1/verify", "").body()).contains("\"ok\":true");
        }
    }

    @Test
    void aFullDiskLeavesTheTraceIndexOutAndTheServerStops() throws Exception {
        try (var mount = Mount.of(data, "size=64m")) {
            Path ballast;
            try (var server = ServerProcess.start(data)) {
                receiveMany(server.ready());
                assertThat(traced(server)).contains("\"serials\":1");
                ballast = fill(mount.path());
                server.stop();
                assertThat(server.log())
                        .contains("trace.index cannot be written", "no space")
                        .doesNotContain("\tat ");
            }
            assertThat(mount.path().resolve("trace.index")).doesNotExist();
            Files.delete(ballast);
            try (var server = ServerProcess.start(data)) {
                assertThat(traced(server.ready())).contains("\"serials\":1");
                assertThat(server.log()).contains("0 entries from its file, 1 from the ledger");
            }
        }
    }

    @Test
    void aRestartedServerTakesTheTraceIndexFromItsFile() throws Exception {
        String before;
        try (var server = ServerProcess.start(data)) {
            receiveMany(server.ready());
            before = traced(server);
            server.stop();
            assertThat(server.log()).contains("trace.index written up to entry 1");
        }
        try (var server = ServerProcess.start(data)) {
            assertThat(traced(server.ready())).isEqualTo(before).contains("\"serials\":1");
            assertThat(server.log())
                    .contains("trace.index gave 1 entries with 12000 movements")
                    .contains("1 entries from its file, 0 from the ledger");
            receive(server, "one-more");
            server.stop();
        }
        Path file = data.resolve("trace.index");
        byte[] bad = Files.readAllBytes(file);
        bad[bad.length / 2] ^= 1;
        Files.write(file, bad);
        try (var server = ServerProcess.start(data)) {
            assertThat(traced(server.ready())).isEqualTo(before);
            assertThat(server.log()).contains("trace.index is damaged", "0 entries from its file, 2 from the ledger");
            assertThat(file).doesNotExist();
        }
    }

    private static void receiveMany(ServerProcess server) throws IOException {
        server.makeMasters();
        String serials = IntStream.range(0, 12_000)
                .mapToObj(number -> "\"S" + number + "\"")
                .collect(Collectors.joining(","));
        String act = act("x").replace("\"serial\":\"x\"", "\"serials\":[" + serials + "]");
        assertThat(server.post("/api/v1/entries", act).statusCode()).isEqualTo(201);
    }

    private static String traced(ServerProcess server) throws IOException {
        return server.get("/api/v1/trace?direction=backward&item=CAR&serial=S77&knownAt=1")
                .body();
    }

    private static String act(String serial) {
        return "{\"type\":\"receive\",\"id\":\"" + UUID.randomUUID()
                + "\",\"from\":\"ACME\",\"to\":\"A\",\"lines\":[{\"item\":\"CAR\",\"serial\":\"" + serial + "\"}]}";
    }

    private static int receive(ServerProcess server, String serial) throws IOException {
        return server.post("/api/v1/entries", act(serial)).statusCode();
    }

    /** Takes all room that is left, but for a little. */
    private static Path fill(Path directory) throws IOException {
        Path ballast = directory.resolve("ballast");
        long room = Files.getFileStore(directory).getUsableSpace() - 200_000;
        try (var out = Files.newOutputStream(ballast)) {
            byte[] block = new byte[10_000];
            for (long written = 0; written + block.length < room; written += block.length) {
                out.write(block);
            }
        }
        return ballast;
    }

    /** A small file system in memory at a directory; only root can make one. */
    private record Mount(Path path) implements AutoCloseable {

        static Mount of(Path path, String options) throws Exception {
            int made = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path.toString());
            assumeTrue(made == 0, "mounting a small file system needs root");
            return new Mount(path);
        }

        private static int run(String... command) throws Exception {
            try {
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                process.getInputStream().readAllBytes();
                return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public void close() throws Exception {
            run("umount", path.toString());
        }
    }
}
