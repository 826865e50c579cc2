/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Acts that must be refused, one row each; {@link BadInput} says how a row reads and what is asked of each. */
@ParameterizedClass
@EnumSource(Engine.class)
class BadInputTest {

    private final BadInput input;

    BadInputTest(Engine engine) {
        this.input = BadInput.on(engine);
    }

    @TestFactory
    Stream<DynamicTest> quantities() {
        String quantities = """
                negative                  | "-1"    | not-positive
                zero                      | "0"     | not-positive
                zero with decimals        | "0.000" | not-positive
                over-precise              | "0.0001" | too-precise
                huge                      | "9999999999999999" | too-much
                beyond what a long holds  | "99999999999999999999999" | too-much
                a thousand digits         | "%s"    | invalid
                with exponent             | "1e3"   | invalid
                with comma                | "1,5"   | invalid
                with blank                | " 1"    | invalid
                a word                    | "ten"   | invalid
                empty                     | ""      | invalid
                with two points           | "1.2.3" | invalid
                not a number              | "NaN"   | invalid
                with a plus               | "+1"    | invalid
                floating point            | 1.5     | invalid
                a list                    | [1]     | invalid
                true                      | true    | invalid
                of other digits           | "١"     | invalid
                """.formatted("9".repeat(1000));
        return Stream.of("ship", "receive")
                .flatMap(type -> quantities.lines().flatMap(line -> {
                    String[] cells = line.split("\\|", -1);
                    return input.refusals(
                            "%s a quantity, %s | %s \"item\":\"{R}\",\"lot\":\"R1\",\"qty\":%s | 422 %s /lines/0/qty"
                                    .formatted(type, cells[0].strip(), type, cells[1].strip(), cells[2].strip()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> otherQuantities() {
        return input.refusals("""
                no quantity | ship "item":"{R}","lot":"R1" | 422 invalid /lines/0/qty
                unknown unit | ship "item":"{R}","lot":"R1","qty":"1","unit":"BARREL" | 422 unknown-unit /lines/0/unit
                not as many | ship "item":"{SN}","serials":["SN1"],"qty":"2" | 422 quantity-differs /lines/0/qty
                adjust by zero | act adjust "at":"{A}","lines":[{"item":"{R}","lot":"R1","qty":"0"}] \
                | 422 invalid /lines/0/qty
                adjust below zero | act adjust "at":"{A}","lines":[{"item":"{R}","lot":"R1","qty":"-11"}] \
                | 422 not-there /lines/0/qty
                serial that is elsewhere | act adjust "at":"{A}","lines":[{"item":"{SN}","serial":"SN2","qty":"-1"}] \
                | 422 not-there /lines/0/serial
                count less than nothing | act count "at":"{A}","lines":[{"item":"{R}","lot":"R1","qty":"-1"}] \
                | 422 not-positive /lines/0/qty
                """);
    }

    @TestFactory
    Stream<DynamicTest> lines() {
        return input.refusals("""
                unknown item | ship "item":"NOBODY","lot":"R1","qty":"1" | 422 unknown-item /lines/0/item
                no item | ship "lot":"R1","qty":"1" | 422 invalid /lines/0/item
                unknown lot | ship "item":"{R}","lot":"R99","qty":"1" | 422 unknown-lot /lines/0/lot
                lot of another item | ship "item":"{R}","lot":"OTHER1","qty":"1" | 422 unknown-lot /lines/0/lot
                no lot | ship "item":"{R}","qty":"1" | 422 invalid /lines/0/lot
                unknown serial | ship "item":"{SN}","serial":"SN99" | 422 unknown-serial /lines/0/serial
                no serial | ship "item":"{SN}" | 422 serial-required /lines/0/serials
                no serials in the list | ship "item":"{SN}","serials":[] | 422 serial-required /lines/0/serials
                serial of a lot item | ship "item":"{R}","lot":"R1","qty":"1","serial":"S" \
                | 422 not-serial-tracked /lines/0/serial
                serials of a lot item | ship "item":"{R}","lot":"R1","qty":"1","serials":["S"] \
                | 422 not-serial-tracked /lines/0/serials
                lot of a serial item | ship "item":"{SN}","serial":"SN1","lot":"R1" | 422 not-lot-tracked /lines/0/lot
                lot of an untracked item | ship "item":"{SALT}","lot":"R1","qty":"1" | 422 not-lot-tracked /lines/0/lot
                serial of another lot | ship "item":"{VALVE}","serial":"V1","lot":"LB" \
                | 422 serial-of-another-lot /lines/0/lot
                serial and serials | ship "item":"{SN}","serial":"SN1","serials":["SN1"] | 422 invalid /lines/0/serials
                unknown issuer | ship "item":"{R}","lot":"R1","qty":"1","issuer":"NOBODY" \
                | 422 unknown-place /lines/0/issuer
                more than there is | ship "item":"{R}","lot":"R1","qty":"11" | 422 not-there /lines/0/qty
                serial that a customer has | ship "item":"{SN}","serial":"SN2" | 422 not-there /lines/0/serial
                serial that is in a box | ship "item":"{SN}","serials":["SN3"] | 422 not-there /lines/0/serials
                untracked goods that never were | ship "item":"{SALT}","qty":"1" | 422 not-there /lines/0/qty
                held goods | ship "item":"{R}","lot":"R2","qty":"1" | 422 held /lines/0
                expired goods | ship "item":"{R}","lot":"R3","qty":"1" | 422 expired /lines/0
                serial that is in stock | receive "item":"{SN}","serial":"SN1" | 409 serial-exists /lines/0/serial
                serial that is in stock in a box | receive "item":"{SN}","serials":["SN3"] \
                | 409 serial-exists /lines/0/serials
                a serial twice | receive "item":"{SN}","serials":["N1","N1"] | 422 duplicate-serial /lines/0/serials
                an expiry that contradicts | receive "item":"{R}","lot":"R3","qty":"1","expiry":"2027-01-01" \
                | 409 contradiction /lines/0/expiry
                expiry as people write it | receive "item":"{R}","lot":"N","qty":"1","expiry":"31.12.2027" \
                | 422 invalid /lines/0/expiry
                expiry that is no day | receive "item":"{R}","lot":"N","qty":"1","expiry":"2027-02-29" \
                | 422 invalid /lines/0/expiry
                empty expiry | receive "item":"{R}","lot":"N","qty":"1","expiry":"" | 422 invalid /lines/0/expiry
                twin that is text | receive "item":"{SN}","serial":"N1","twin":"yes" | 422 invalid /lines/0/twin
                unknown field | ship "item":"{R}","lot":"R1","qty":"1","colour":"red" \
                | 400 unknown-field /lines/0/colour
                """);
    }

    @TestFactory
    Stream<DynamicTest> placesAndPartners() {
        return input.refusals("""
                unknown place | act ship "from":"NOWHERE","to":"{C1}","lines":[{1 R1}] | 422 unknown-place /from
                unknown partner | act ship "from":"{A}","to":"NOBODY","lines":[{1 R1}] | 422 unknown-place /to
                place as partner | act ship "from":"{A}","to":"{B}","lines":[{1 R1}] | 422 not-a-partner /to
                partner as place | act move "from":"{A}","to":"{C1}","lines":[{1 R1}] | 422 not-a-location /to
                virtual place | act move "from":"{A}","to":"scrap","lines":[{1 R1}] | 422 not-a-location /to
                the same place | act move "from":"{A}","to":"{A}","lines":[{1 R1}] | 422 same-place /lines/0
                no partner | act ship "from":"{A}","lines":[{1 R1}] | 422 invalid /to
                no lines | act ship "from":"{A}","to":"{C1}" | 422 invalid /lines
                lines that are text | act ship "from":"{A}","to":"{C1}","lines":"R1" | 422 invalid /lines
                null as a line | act ship "from":"{A}","to":"{C1}","lines":[null] | 422 invalid /lines/0
                unknown container | act move "to":"{B}","containers":["NO-BOX"] | 422 unknown-container /containers/0
                no vessel | act clean "vessel":"{A}" | 422 not-a-vessel /vessel
                unknown vessel | act clean "vessel":"NOWHERE" | 422 unknown-place /vessel
                a container in itself | act pack "container":"{BOX}","containers":["{BOX}"] \
                | 422 into-itself /containers/0
                a container in what is in it | act pack "container":"{BOX}","containers":["{CRATE}"] \
                | 422 into-itself /containers/0
                """);
    }

    @TestFactory
    Stream<DynamicTest> unitsAndRuns() {
        return input.refusals("""
                hold of an unknown lot | act hold "reason":"x","blocks":["ship"],"units":[{"item":"{R}","lot":"R99"}] \
                | 422 unknown-lot /units/0/lot
                hold for a dance | act hold "reason":"x","blocks":["dance"],"units":[{"item":"{R}","lot":"R1"}] \
                | 422 invalid /blocks/0
                hold for nothing | act hold "reason":"x","blocks":[],"units":[{"item":"{R}","lot":"R1"}] \
                | 422 invalid /blocks
                hold of nothing | act hold "reason":"x","blocks":["ship"],"units":[] | 422 invalid /units
                no reason | act hold "blocks":["ship"],"units":[{"item":"{R}","lot":"R1"}] | 422 invalid /reason
                release of what is free | act release "units":[{"item":"{R}","lot":"R1"}] | 422 not-held /units/0
                void of nothing | act void "reason":"x","corrects":"{id}" | 422 unknown-entry /corrects
                void without reason | act void "corrects":"{id}" | 422 invalid /reason
                lot as host | act install "host":{"item":"{R}","lot":"R1"},"from":"{A}",\
                "lines":[{"item":"{SN}","serial":"SN1"}] | 422 host-not-serial /host
                host in itself | act install "host":{"item":"{RIG}","serial":"RIG1"},"from":"{A}",\
                "lines":[{"item":"{RIG}","serial":"RIG1"}] | 422 into-itself /lines/0
                no host | act install "from":"{A}","lines":[{"item":"{SN}","serial":"SN1"}] | 422 invalid /host
                remove what is not in it | act remove "host":{"item":"{RIG}","serial":"RIG1"},"to":"{A}",\
                "lines":[{"item":"{SN}","serials":["SN1"]}] | 422 not-there /lines/0/serials
                run of nothing | act produce "run":"{X}" | 422 invalid /produce
                no run | act produce "consume":[{1 R1}] | 422 invalid /run
                consume held goods | act produce "run":"{X}","consume":[{"item":"{R}","lot":"R2","qty":"1"}] \
                | 422 held /consume/0
                link to a stranger | act produce "run":"{X}","consume":[{1 R1}],\
                "produce":[{"item":"{OTHER}","lot":"N1","qty":"1","to":"{A}"}],\
                "links":[{"in":{"item":"{R}","lot":"R2"},"out":{"item":"{OTHER}","lot":"N1"}}] \
                | 422 link-outside /links/0/in
                """);
    }

    @TestFactory
    Stream<DynamicTest> times() {
        String soon = Clock.systemUTC().instant().plus(Duration.ofHours(2)).toString();
        String times = """
                in two hours | %s | in-the-future
                in a hundred years | 2126-01-01T00:00:00Z | in-the-future
                on a future day | 2126-01-01 | in-the-future
                in a future month | 2126-01 | in-the-future
                at the end of time | +999999999-12-31T23:59:59Z | invalid
                before the lot was there | 2025-01-01T00:00:00Z | before-it-existed
                on a day before the lot was there | 2025-01-01 | before-it-existed
                before all time | -999999999-01-01T00:00:00Z | invalid
                on a day that is none | 2025-02-30 | invalid
                in a month that is none | 2025-13 | invalid
                without offset | 2025-03-06T10:00:00 | invalid
                as a number | 1741255200 | invalid
                yesterday | yesterday | invalid
                """.formatted(soon);
        return times.lines().flatMap(line -> {
            String[] cells = line.split(" \\| ", -1);
            String act =
                    "act ship \"occurredAt\":\"" + cells[1] + "\",\"from\":\"{A}\",\"to\":\"{C1}\",\"lines\":[{1 R1}]";
            return input.refusals("it happened " + cells[0] + " | " + act + " | 422 " + cells[2] + " /occurredAt");
        });
    }

    @TestFactory
    Stream<DynamicTest> codes() {
        String codes = """
                empty | ""
                of 65 characters | "%s"
                with a blank at the front | " x"
                with a blank at the end | "x "
                with NUL | "x\\u0000y"
                with a line feed | "x\\ny"
                with escape | "x\\u001by"
                with delete | "x\\u007fy"
                with half a character | "x\\ud800"
                with the other half | "\\udc00x"
                that is a number | 7
                that is an object | {}
                """.formatted("x".repeat(65));
        return codes.lines().flatMap(line -> {
            String[] cells = line.split(" \\| ", -1);
            return input.refusals("""
                    item NAME | ship "item":CODE | 422 invalid /lines/0/item
                    lot NAME | receive "item":"{R}","qty":"1","lot":CODE | 422 invalid /lines/0/lot
                    serial NAME | receive "item":"{SN}","serial":CODE | 422 invalid /lines/0/serial
                    serial in a list NAME | receive "item":"{SN}","serials":[CODE] | 422 invalid /lines/0/serials/0
                    supplier lot NAME | receive "item":"{R}","lot":"N","qty":"1","supplierLot":[CODE] \
                    | 422 invalid /lines/0/supplierLot/0
                    """.lines()
                    .map(row -> row.replace("NAME", cells[0]).replace("CODE", cells[1]))
                    .reduce("", (a, b) -> a + "\n" + b));
        });
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeRead() {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        return input.refusals("""
                no body | POST entries | 400 unreadable
                broken JSON | POST entries {"type":"ship", | 400 unreadable
                text | POST entries hello | 400 unreadable
                two values | POST entries {} {} | 400 unreadable
                a member twice | POST entries {"type":"ship","type":"move"} | 400 unreadable
                very deep JSON | POST entries DEEP | 400 unreadable
                XML | POST entries <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a> | 400 unreadable
                a list | POST entries [] | 422 invalid
                null | POST entries null | 422 invalid
                nothing | POST entries {} | 422 invalid /type
                unknown act | act teleport "lines":[{1 R1}] | 422 invalid /type
                no id | POST entries {"type":"ship","lines":[{1 R1}]} | 422 invalid /id
                id that is no UUID | POST entries {"type":"ship","id":"17"} | 422 invalid /id
                id that is a number | POST entries {"type":"ship","id":17} | 422 invalid /id
                """.replace("DEEP", deep));
    }

    @TestFactory
    Stream<DynamicTest> whatActsDoNotHave() {
        return """
                unknown field | "colour":"red" | 400 unknown-field /colour
                field of another act | "vessel":"{TANK}" | 400 unknown-field /vessel
                reason of 1,001 characters | "reason":"LONG" | 422 invalid /reason
                reason with NUL | "reason":"a\\u0000b" | 422 invalid /reason
                reason with half a character | "reason":"a\\ud800b" | 422 invalid /reason
                reason that is a list | "reason":["x"] | 422 invalid /reason
                attributes that are text | "attributes":"x" | 422 invalid /attributes
                attributes too deep | "attributes":DEEP | 422 invalid /attributes
                attributes too large | "attributes":{"a":"VERYLONG"} | 422 invalid /attributes
                attributes with half a character | "attributes":{"a":"\\udc00"} | 422 invalid /attributes
                unknown shortfall | "shortfall":"maybe" | 422 invalid /shortfall
                reference without number | "reference":{"type":"order"} | 422 invalid /reference/number
                """.replace("VERYLONG", "x".repeat(250_000))
                .replace("LONG", "x".repeat(1_001))
                .replace("DEEP", "{\"a\":".repeat(30) + "1" + "}".repeat(30))
                .lines()
                .flatMap(line -> input.refusals(line.replaceFirst(
                        " \\| ", " | act ship \"from\":\"{A}\",\"to\":\"{C1}\",\"lines\":[{1 R1}],")));
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] body = "{\"type\":\"ship\",\"reason\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
        body[body.length - 3] = (byte) 0xC3;
        Answer answer = input.server.post("/api/v1/entries", "application/json", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("unreadable");
    }

    @Test
    void bookVerifiesAfterAllOfIt() {
        Answer report = input.server.post("/api/v1/verify", "");
        assertThat(report.json().at("/ok").asBoolean()).as(report.toString()).isTrue();
        assertThat(report.json().at("/entries").asLong()).isEqualTo(input.server.entryCount());
    }
}
