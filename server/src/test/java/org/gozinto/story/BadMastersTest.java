/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import java.util.stream.Stream;
import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Masters and lists that must be refused, one row each; {@link BadInput} says how a row reads. */
class BadMastersTest {

    private final BadInput input = BadInput.on(Engine.SQLITE);

    @TestFactory
    Stream<DynamicTest> items() {
        return """
                no tracking | "code":"{NEW}" | 422 invalid /tracking
                unknown tracking | "code":"{NEW}","tracking":"gps" | 422 invalid /tracking
                10 decimals | "code":"{NEW}","tracking":"lot","decimals":10 | 422 invalid /decimals
                -1 decimals | "code":"{NEW}","tracking":"lot","decimals":-1 | 422 invalid /decimals
                half decimals | "code":"{NEW}","tracking":"lot","decimals":1.5 | 400 unreadable /decimals
                decimals of serials | "code":"{NEW}","tracking":"serial","decimals":1 | 422 invalid /decimals
                GTIN, wrong check digit | "code":"{NEW}","tracking":"lot","gtin":"09506000134353" | 422 invalid /gtin
                GTIN with letters | "code":"{NEW}","tracking":"lot","gtin":"0950600013435X" | 422 invalid /gtin
                GTIN of 11 digits | "code":"{NEW}","tracking":"lot","gtin":"95060001343" | 422 invalid /gtin
                factor zero | "code":"{NEW}","tracking":"lot","units":[{"unit":"BOX","factor":"0"}] \
                | 422 invalid /units/0/factor
                factor below zero | "code":"{NEW}","tracking":"lot","units":[{"unit":"BOX","factor":"-2"}] \
                | 422 invalid /units/0/factor
                factor that is a word | "code":"{NEW}","tracking":"lot","units":[{"unit":"BOX","factor":"dozen"}] \
                | 422 invalid /units/0/factor
                the base unit again | "code":"{NEW}","tracking":"lot","unit":"EA","units":[{"unit":"EA","factor":"2"}] \
                | 422 invalid /units/0/unit
                null as a unit | "code":"{NEW}","tracking":"lot","units":[null] | 422 invalid /units/0
                shelf life below zero | "code":"{NEW}","tracking":"lot","shelfLifeDays":-1 | 422 invalid /shelfLifeDays
                issuer that is nobody | "code":"{NEW}","tracking":"lot","issuer":"NOBODY" | 422 invalid /issuer
                issuer that is a place | "code":"{NEW}","tracking":"lot","issuer":"{A}" | 422 invalid /issuer
                unknown field | "code":"{NEW}","tracking":"lot","colour":"red" | 400 unknown-field /colour
                name with half a character | "code":"{NEW}","tracking":"lot","name":"a\\ud800" | 422 invalid /name
                name of 201 characters | "code":"{NEW}","tracking":"lot","name":"LONG" | 422 invalid /name
                code that is taken | "code":"{R}","tracking":"lot" | 409 exists /code
                """.replace("LONG", "x".repeat(201)).lines().flatMap(line ->
                input.refusals(line.replaceFirst(" \\| ", " | POST items {").replaceFirst(" \\| (4..)", "} | $1")));
    }

    @TestFactory
    Stream<DynamicTest> changesOfItems() {
        return input.refusals("""
                code | PUT items/{R} {"code":"{NEW}","tracking":"lot","unit":"KGM","decimals":3} | 422 invalid /code
                decimals | PUT items/{R} {"code":"{R}","tracking":"lot","unit":"KGM","decimals":2} \
                | 422 invalid /decimals
                unit | PUT items/{R} {"code":"{R}","tracking":"lot","unit":"LTR","decimals":3} | 422 invalid /unit
                tracking | PUT items/{R} {"code":"{R}","tracking":"none","unit":"KGM","decimals":3} \
                | 422 invalid /tracking
                unknown item | PUT items/NOBODY {"code":"NOBODY","tracking":"lot"} | 404 unknown-item
                no such item | GET items/NOBODY | 404 unknown-item
                changes of no item | GET items/NOBODY/changes | 404 unknown-item
                """);
    }

    @TestFactory
    Stream<DynamicTest> placesAndPartners() {
        return input.refusals("""
                partner with a place's code | POST partners {"code":"{A}"} | 409 exists /code
                place with a partner's code | POST places {"code":"{C1}","kind":"bin"} | 409 exists /code
                place named as a virtual one | POST places {"code":"scrap","kind":"bin"} | 409 exists /code
                unknown role | POST partners {"code":"{NEW}","roles":["spy"]} | 422 invalid /roles/0
                GLN, wrong check digit | POST partners {"code":"{NEW}","gln":"9506000134360"} | 422 invalid /gln
                no kind | POST places {"code":"{NEW}"} | 422 invalid /kind
                container as a place | POST places {"code":"{NEW}","kind":"container"} | 422 invalid /kind
                place in nowhere | POST places {"code":"{NEW}","kind":"bin","parent":"NOWHERE"} | 422 invalid /parent
                place in a partner | POST places {"code":"{NEW}","kind":"bin","parent":"{C1}"} | 422 invalid /parent
                place in itself | PUT places/{B} {"code":"{B}","kind":"bin","parent":"{B}"} | 422 invalid /parent
                mixing of a bin | POST places {"code":"{NEW}","kind":"bin","mixing":"fifo"} | 422 invalid /mixing
                unknown mixing | POST places {"code":"{NEW}","kind":"vessel","mixing":"shaken"} | 422 invalid /mixing
                overlap below zero | POST places {"code":"{NEW}","kind":"vessel","mixing":"fifo","overlap":"-1"} \
                | 422 invalid /overlap
                overlap that is a word | POST places {"code":"{NEW}","kind":"vessel","mixing":"fifo","overlap":"much"} \
                | 422 invalid /overlap
                unknown time zone | POST places {"code":"{NEW}","kind":"site","timeZone":"Mars/Olympus"} \
                | 422 invalid /timeZone
                vessel that becomes a bin | PUT places/{TANK} {"code":"{TANK}","kind":"bin"} | 422 invalid /kind
                code of no place | POST places {"code":" ","kind":"bin"} | 422 invalid /code
                code with half a character | POST partners {"code":"a\\udfff"} | 422 invalid /code
                partner as a place | GET places/{C1} | 404 unknown-place
                place as a partner | GET partners/{A} | 404 unknown-partner
                unknown partner | GET partners/NOBODY | 404 unknown-partner
                """);
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        Stream<DynamicTest> limits = Stream.of("items", "places", "partners", "units", "entries", "users", "tokens")
                .flatMap(list -> input.refusals("""
                        LIST, limit 0 | GET LIST?limit=0 | 400 bad-parameter limit
                        LIST, limit -1 | GET LIST?limit=-1 | 400 bad-parameter limit
                        LIST, limit 1001 | GET LIST?limit=1001 | 400 bad-parameter limit
                        LIST, huge limit | GET LIST?limit=99999999999 | 400 bad-parameter limit
                        LIST, limit of a word | GET LIST?limit=ten | 400 bad-parameter limit
                        LIST, cursor of nobody | GET LIST?cursor=%21%21 | 400 bad-parameter cursor
                        """.replace("LIST", list)));
        Stream<DynamicTest> others = input.refusals("""
                units, cursor of another list | GET units?cursor=QS0wMQ | 400 bad-parameter cursor
                entries, cursor of another list | GET entries?cursor=QS0wMQ | 400 bad-parameter cursor
                entries after a word | GET entries?after=x | 400 bad-parameter after
                units at no place | GET units?place=NOWHERE | 404 unknown-place
                units of no item | GET units?item=NOBODY | 404 unknown-item
                no such unit | GET units/999999999 | 404 unknown-unit
                history of no unit | GET units/999999999/history | 404 unknown-unit
                unit that is no number | GET units/R1 | 400 bad-parameter id
                no such entry | GET entries/999999999 | 404 unknown-entry
                entry of an unknown id | GET entries/{id} | 404 unknown-entry
                no such page | GET unicorns | 404 no-such-page
                """);
        return Stream.concat(limits, others);
    }
}
