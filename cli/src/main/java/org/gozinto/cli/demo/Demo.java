/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gozinto.cli.client.Api;
import org.gozinto.cli.client.ClientIds;
import org.gozinto.cli.client.Content;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.gozinto.cli.server.ServerJar;
import org.gozinto.cli.server.ServerProcess;
import org.gozinto.cli.text.Screen;
import org.gozinto.simulator.Master;
import org.gozinto.simulator.ScooterMaker;
import org.gozinto.simulator.Settings;
import org.gozinto.simulator.Troubles;
import org.jspecify.annotations.Nullable;

/** A server comes up, a factory lives a year in it, a supplier's letter arrives, and the answer is checked. */
public final class Demo {

    private static final String USER = "demo";

    /** Who writes to the dealers; letters are made, and e-mails wait, since the demo has no mail server. */
    private static final List<String> MAKER = List.of(
            "--gozinto.company=Alster Scooters",
            "--gozinto.recall.sender-name=Alster Scooters",
            "--gozinto.recall.sender-address=1 Harbour Street|20457 Hamburg|Germany",
            "--gozinto.recall.sender-contact=Recall desk",
            "--gozinto.recall.sender-email=recalls@example.com",
            "--gozinto.recall.sender-phone=+49 40 000000");

    private final Plan plan;
    private final Screen screen;
    private final ClientIds ids;
    private final Map<String, String> environment;
    private volatile boolean failed;
    private String inquiry = "";

    /**
     * What is to happen.
     *
     * @param stop end with the story instead of leaving the server running
     * @param command how people call this program here: {@code gozinto} or {@code bin/gozinto}
     */
    public record Plan(Settings settings, Folder data, int port, boolean stop, String command) {

        private static final LocalDate START = LocalDate.of(2025, 7, 1);

        /** The first day of a year of acts that has ended by this day; the same one whenever that is possible. */
        public static LocalDate yearBefore(LocalDate today) {
            if (today.isAfter(START.plusDays(366))) {
                return START;
            }
            return today.withDayOfMonth(1).minusYears(1);
        }
    }

    /**
     * Where the data is.
     *
     * @param temporary it is deleted when the demo ends well
     */
    public record Folder(Path path, boolean temporary) {

        private void delete() {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                // It is in the folder for temporary files, which the system empties.
                return;
            }
        }
    }

    public Demo(Plan plan, Screen screen, ClientIds ids, Map<String, String> environment) {
        this.plan = plan;
        this.screen = screen;
        this.ids = ids;
        this.environment = environment;
    }

    /** Runs it; unless it is to stop, this returns when the server ends. */
    public Exit run() {
        screen.line(screen.strong("Gozinto: a year of a scooter maker, and the letter that comes after it"));
        screen.blank();
        String secret = secret(32);
        long start = System.nanoTime();
        try (ServerProcess server = ServerProcess.inBackground(
                command(),
                Map.of("GOZINTO_ADMIN_TOKEN", secret),
                plan.data().path().resolve("server.log"),
                this::tidy)) {
            return tell(server, secret, start);
        }
    }

    private Exit tell(ServerProcess server, String secret, long start) {
        try {
            Api api = Api.of("http://localhost:" + plan.port(), secret);
            server.awaitReady(api);
            fact("Server", api.base() + ", data in " + plan.data().path() + ", ready in " + seconds(start));
            RecallStory.End end = live(api);
            boolean verified = verified(api);
            if (!end.differences().isEmpty() || !verified) {
                throw new Failure(
                        Exit.DIFFERENCE,
                        "Gozinto's answer is not the truth.",
                        "This is a defect. The data stays in " + plan.data().path() + ".");
            }
            goodbye(api, end);
            return plan.stop() ? Exit.OK : ended(server.waitFor());
        } catch (RuntimeException e) {
            // What went wrong can be looked into: the folder stays.
            failed = true;
            throw e;
        }
    }

    private void tidy() {
        if (plan.data().temporary() && !failed) {
            plan.data().delete();
        }
    }

    private static Exit ended(int code) {
        boolean interrupted = code == 130 || code == 143;
        if (code != 0 && !interrupted) {
            throw new Failure(Exit.LOCAL, "The server ended with exit code " + code + ".");
        }
        return Exit.OK;
    }

    private List<String> command() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--gozinto.data=" + plan.data().path());
        arguments.add("--server.port=" + plan.port());
        arguments.add("--server.address=localhost");
        arguments.add("--gozinto.public-url=http://localhost:" + plan.port());
        arguments.addAll(MAKER);
        return ServerJar.find(environment).command(environment, arguments);
    }

    private RecallStory.End live(Api api) {
        ScooterMaker maker = ScooterMaker.of(plan.settings());
        FactoryLoad load = new FactoryLoad(api, screen);
        Map<Master.Kind, Integer> masters = load.masters(maker.masters());
        fact(
                "Masters",
                masters.get(Master.Kind.ITEMS) + " items, " + masters.get(Master.Kind.PLACES)
                        + " places in two plants, " + masters.get(Master.Kind.PARTNERS)
                        + " suppliers, dealers and customers");
        InspectionDesk inspections =
                new InspectionDesk(api, ids, plan.settings().seed());
        inspections.plan();
        FactoryLoad.Year year = load.year(maker, inspections::round);
        screen.progress("");
        fact("A year", year.told());
        fact("Quality", inspections.certify());
        Troubles troubles = year.truth().troubles();
        new ComplaintDesk(api, ids).take(troubles);
        long heat = troubles.complaints().stream()
                .filter(one -> one.code().equals(Troubles.HEAT))
                .count();
        fact("Riders", troubles.complaints().size() + " complaints, " + heat + " of them about packs that overheat");
        fact("Care", new CareDesk(api).enter());
        inquiry = new CauseStory(api, screen, ids, troubles).tell();
        return new RecallStory(api, screen, ids, maker, year.truth()).tell();
    }

    private boolean verified(Api api) {
        Content nothing = Content.json(new Json.Fields());
        Json result = api.need(Request.postOnce("/api/v1/verify", nothing).patient(Duration.ofMinutes(30)))
                .json();
        boolean ok = result.flag("ok");
        screen.line("  "
                + (ok
                        ? screen.good("Verified") + ": the hash chain of " + result.text("entries", "?")
                                + " entries is whole, and everything derived from them agrees."
                        : screen.bad("Not verified") + ": " + result.get("firstDifference")));
        return ok;
    }

    private void goodbye(Api api, RecallStory.End end) {
        if (plan.stop()) {
            screen.blank();
            return;
        }
        String password = secret(6);
        api.need(Request.post(
                "/api/v1/users",
                new Json.Fields().with("name", USER).with("password", password).with("role", "administrator")));
        String url = plan.port() == 8080 ? "" : " --url " + api.base();
        screen.blank();
        screen.line(screen.strong("It is yours now") + ": " + api.base() + ", user " + screen.strong(USER)
                + ", password " + screen.strong(password));
        screen.line("  The recall, to be carried through:  " + api.base() + "/recalls/" + end.recall());
        screen.line("  What is behind the heat:             " + api.base() + "/quality/causes/" + inquiry);
        screen.line("  The service desk's page of a scooter: " + api.base() + "/care/desk?code="
                + or(end.scooter(), "ES00000001"));
        screen.line("  What anybody can ask:               " + api.base() + "/check");
        screen.line("  " + plan.command() + " login " + USER + url);
        screen.line(
                "  " + plan.command() + " trace backward SCOOTER-S1 --serial " + or(end.scooter(), "ES00000001") + url);
        screen.line("  " + plan.command() + " unit PACK-36V --serial " + or(end.pack(), "BP00000001") + url);
        screen.line("  " + plan.command() + " verify" + url);
        screen.blank();
        screen.line("Ctrl-C stops the server.");
        screen.out().flush();
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private void fact(String name, String text) {
        screen.line("  " + screen.strong(name) + " ".repeat(Math.max(1, 11 - name.length())) + text);
        screen.out().flush();
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }

    private static String secret(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
