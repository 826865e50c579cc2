/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.util.Locale;
import java.util.regex.Pattern;
import org.gozinto.exchange.EpcisEvent.Common;

/**
 * The entry id that an event gets, always the same for the same event: the UUID of its eventID where it is one,
 * otherwise one
 * made from the eventID, or from the content when the event has no id.
 */
final class EventId {

    private static final Pattern UUID =
            Pattern.compile("urn:uuid:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    private EventId() {}

    static String of(Common event) {
        if (event.id() == null) {
            return Digest.uuid("epcis content " + event.contentHash());
        }
        var uuid = UUID.matcher(event.id().toLowerCase(Locale.ROOT));
        return uuid.matches() ? uuid.group(1) : Digest.uuid("epcis eventID " + event.id());
    }

    /** The id of the n-th act that an event presupposes. */
    static String before(String eventId, int n) {
        return Digest.uuid("epcis before " + n + " " + eventId);
    }

    /** The id of the void of an act that an error declaration names. */
    static String ofVoid(String actId) {
        return Digest.uuid("epcis void " + actId);
    }
}
