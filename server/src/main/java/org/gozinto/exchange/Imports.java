/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.time.Clock;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.exchange.EpcisXml.Shaped;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.Refusal;
import org.gozinto.movement.Movements;
import org.gozinto.place.Places;
import org.gozinto.unit.Units;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in documents of other systems: EPCIS 1.2 (XML) and EPCIS 2.0 (JSON-LD, XML), GS1's standard for sharing
 * what happened to
 * things. Master data of the header becomes items, places and partners, events become acts.
 *
 * <p>Each event stands alone: one that is refused takes no other with it. The same document again changes
 * nothing. Safe for use by
 * many threads.
 */
public class Imports {

    private final Rooms rooms;
    private final JsonMapper json;
    private final Clock clock;

    /** The rooms that an import works with. */
    record Rooms(Items items, Places places, Units units, Movements movements, Entries entries, Database database) {}

    Imports(Rooms rooms, JsonMapper json, Clock clock) {
        this.rooms = rooms;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records what a document tells. The kind is recognised from its content.
     *
     * @throws org.gozinto.ledger.RefusedException when the document as a whole cannot be read; nothing is recorded then
     */
    public ImportReceipt take(byte[] content, Actor actor) {
        actor.require(Permission.IMPORT);
        Names names = new Names(clock);
        EpcisDocument document = EpcisReader.read(shape(content), names);
        Survey survey = new Survey(document, names);
        var masters = new Masters(new Masters.Rooms(rooms.items(), rooms.places(), actor), survey, names);
        masters.takeHeader();
        return new ImportRun(rooms, json, document, masters, actor).record();
    }

    private static Shaped shape(byte[] content) {
        return switch (firstCharacter(content)) {
            case '<' -> EpcisXml.read(content);
            case '{', '[' -> EpcisJson.read(content);
            default ->
                throw Refusal.of(
                                "unknown-kind",
                                "The kind of file is unknown",
                                content.length == 0
                                        ? "The document is empty."
                                        : "The document is neither XML nor JSON.")
                        .status(415)
                        .at(
                                "",
                                "an EPCIS document: 1.2 XML, 2.0 JSON-LD or 2.0 XML, in UTF-8",
                                "Export it as EPCIS and send that.")
                        .asException();
        };
    }

    /** Whether it is XML or JSON, to look at it. */
    static boolean isDocument(byte[] content) {
        return "<{[".indexOf(firstCharacter(content)) >= 0;
    }

    /** The first character that is no blank, behind a byte order mark if there is one. */
    private static char firstCharacter(byte[] content) {
        int at = 0;
        if (content.length >= 3
                && (content[0] & 0xff) == 0xef
                && (content[1] & 0xff) == 0xbb
                && (content[2] & 0xff) == 0xbf) {
            at = 3;
        }
        while (at < content.length && content[at] <= ' ' && content[at] >= 0) {
            at++;
        }
        return at < content.length ? (char) content[at] : ' ';
    }
}
