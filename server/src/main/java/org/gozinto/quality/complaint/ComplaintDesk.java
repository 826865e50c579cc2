/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.time.LocalDate;
import java.util.List;
import org.gozinto.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Where other rooms bring what they were told of a unit, so that it is a complaint as well. They ask for the permission
 * of their own before; what cannot be a complaint is refused in the words of one. Safe for use by many threads.
 */
public interface ComplaintDesk {

    /** Who said it; partner is the code of one, language two letters. */
    record Reporter(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String partner,
            @Nullable String language) {}

    /**
     * What was said.
     *
     * @param id a UUID; the same again with the same words gives the same complaint
     * @param scanned a code as a scanner gave it
     * @param code of a complaint code that is active
     * @param country ISO 3166-1 alpha-2
     * @param failedOn a day such as 2026-03-01, until tomorrow
     * @param channel phone, email, web, shop, service or answerLink
     */
    record Told(
            String id,
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned,
            @Nullable String description,
            @Nullable String code,
            @Nullable String country,
            @Nullable String failedOn,
            @Nullable Reporter reporter,
            @Nullable String channel) {}

    /** A complaint that was opened; {@code repeated} when that was done before. */
    record Opened(String number, boolean repeated) {}

    /** Opens a complaint. */
    Opened open(Told told, Actor actor);

    /**
     * Notes something in a complaint.
     *
     * @param id a UUID; the same again with the same words changes nothing
     */
    void note(String number, String id, String text, Actor actor);

    /** Attaches a picture, a PDF or a text to a complaint; the same file under the same name changes nothing. */
    void attach(String number, @Nullable String name, byte[] bytes, Actor actor);

    /**
     * The address of a page by which the reporter sees what became of it and answers without signing in; whoever has it
     * may do so.
     *
     * @param id a UUID; the same again gives the same link
     */
    String answerLink(String number, String id, Actor actor);

    /** A complaint as far as a list shows it; {@code failedOn} is null when it was not said. */
    record Known(
            String number,
            String state,
            String title,
            @Nullable String code,
            LocalDate reportedOn,
            @Nullable LocalDate failedOn) {}

    /**
     * Complaints that are matched with the unit or, when it is a lot, with a serial of it; not those that are merged,
     * the newest first.
     */
    List<Known> about(long unitId, int limit);
}
