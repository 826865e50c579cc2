/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gozinto.care.term.RegistrationFacts.Proof;
import org.gozinto.care.term.RegistrationFacts.Registration;
import tools.jackson.databind.json.JsonMapper;

/** The facts of a unit that a test makes up, and terms as they are written. */
final class MadeUp {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String item;
    private final String number;
    private String lot;
    private String revision;
    private When made;
    private UnitFacts.Receipt received;
    private When renewed;
    private int twins;
    private final List<UnitFacts.Delivery> deliveries = new ArrayList<>();
    private final List<UnitFacts.Repair> repairs = new ArrayList<>();
    private final List<UnitFacts.Stay> stays = new ArrayList<>();
    private final List<UnitFacts.Change> changes = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private final List<UnitFacts.Contract> contracts = new ArrayList<>();
    private final List<UnitFacts.Reading> readings = new ArrayList<>();

    private MadeUp(String item, String number) {
        this.item = item;
        this.number = number;
    }

    static MadeUp unit(String item, String number) {
        return new MadeUp(item, number);
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    /** A day, or an instant. */
    static When when(String text) {
        return text.length() == 10 ? When.on(day(text)) : When.at(Instant.parse(text));
    }

    MadeUp lot(String number) {
        lot = number;
        return this;
    }

    MadeUp revision(String name) {
        revision = name;
        return this;
    }

    MadeUp made(String at) {
        made = when(at);
        return this;
    }

    MadeUp received(String at, String supplier) {
        received = new UnitFacts.Receipt(when(at), supplier);
        return this;
    }

    MadeUp renewed(String at) {
        renewed = when(at);
        return this;
    }

    MadeUp twins(int count) {
        twins = count;
        return this;
    }

    MadeUp shipped(String at, String partner, String country) {
        deliveries.add(new UnitFacts.Delivery(when(at), partner, false, country));
        return this;
    }

    MadeUp sold(String at, String partner, String country) {
        deliveries.add(new UnitFacts.Delivery(when(at), partner, true, country));
        return this;
    }

    /** @param to null while it goes on */
    MadeUp repair(String from, String to) {
        repairs.add(new UnitFacts.Repair(when(from), to == null ? null : when(to)));
        return this;
    }

    MadeUp stay(long host, String position, String from, String to, String served) {
        stays.add(new UnitFacts.Stay(
                host, position, when(from), to == null ? null : when(to), served == null ? null : when(served)));
        return this;
    }

    MadeUp change(String at, long part, String what, String position, boolean in, boolean away) {
        changes.add(new UnitFacts.Change(when(at), part, what, position, in, away));
        return this;
    }

    MadeUp registered(String on, String bought, Proof proof, String... transfers) {
        registrations.add(new Registration(
                "G-2026-0000" + registrations.size(),
                day(on),
                bought == null ? null : day(bought),
                proof,
                null,
                "web",
                null,
                Arrays.stream(transfers).map(LocalDate::parse).toList(),
                null,
                Instant.parse(on + "T12:00:00Z")));
        return this;
    }

    MadeUp registrationCountry(String country) {
        registrations.add(new Registration(
                "G",
                day("2025-01-05"),
                null,
                Proof.SAID,
                null,
                null,
                country,
                List.of(),
                null,
                Instant.parse("2025-01-05T00:00:00Z")));
        return this;
    }

    MadeUp contract(String term, String soldOn) {
        contracts.add(new UnitFacts.Contract(contracts.size() + 1, term, day(soldOn)));
        return this;
    }

    MadeUp read(String meter, String value, String on) {
        readings.add(new UnitFacts.Reading(meter, true, Meters.amount(value), value, day(on)));
        return this;
    }

    UnitFacts facts() {
        return new UnitFacts(
                7,
                1,
                item,
                number,
                true,
                lot,
                revision,
                made,
                received,
                deliveries,
                repairs,
                stays,
                changes,
                renewed,
                registrations,
                contracts,
                readings,
                twins);
    }

    // --- terms

    /** A term as it is written, with ' for ". */
    static Term term(String members) {
        return JSON.readValue("{" + members.replace('\'', '"') + "}", Term.class);
    }

    static Promise promise(String members) {
        return PromiseReader.kept(term(members));
    }

    /** Two years on parts from the shipment, with further members. */
    static Promise twoYears(String code, String... more) {
        return promise("'code':'" + code + "','name':'Two years','kind':'commercial',"
                + "'start':[{'event':'shipment'}],'coverages':[{'what':'parts','period':'P2Y'}]"
                + String.join("", more));
    }

    static Promise extension(String code, String mode, String base, String period) {
        return promise("'code':'" + code + "','name':'More','kind':'extension','perSerial':true,"
                + "'extends':{'mode':'" + mode + "','term':'" + base + "'},'start':[{'event':'shipment'}],"
                + "'coverages':[{'what':'parts','period':'" + period + "'}]");
    }

    static Engine.Asked on(String day, String... codes) {
        return new Engine.Asked(day(day), Set.of(codes));
    }

    static List<Judgement> judged(UnitFacts facts, String day, Promise... promises) {
        return Engine.judge(facts, List.of(promises), on(day)).lines();
    }

    static Judgement one(UnitFacts facts, String day, Promise... promises) {
        List<Judgement> lines = judged(facts, day, promises);
        if (lines.size() != 1) {
            throw new AssertionError(lines);
        }
        return lines.getFirst();
    }

    static Judgement of(List<Judgement> lines, String term) {
        return lines.stream()
                .filter(line -> line.promise().code().equals(term))
                .findFirst()
                .orElseThrow();
    }

    /** Such as {@code covered 2024-02-29..2025-02-28}. */
    static String text(Judgement line) {
        return line.state().word + " " + line.start() + ".." + line.end();
    }
}
