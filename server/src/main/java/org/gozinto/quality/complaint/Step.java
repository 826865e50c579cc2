/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.gozinto.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What can be done in a complaint, as it is sent and as it is kept. What is missing is null, so that a refusal can name
 * all faults at once; {@link StepCheck} says what must be there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Take.class, name = "take"),
    @JsonSubTypes.Type(value = Step.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Step.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Step.Identify.class, name = "identify"),
    @JsonSubTypes.Type(value = Step.Detail.class, name = "detail"),
    @JsonSubTypes.Type(value = Step.Merge.class, name = "merge"),
    @JsonSubTypes.Type(value = Step.Unmerge.class, name = "unmerge"),
    @JsonSubTypes.Type(value = Step.Investigate.class, name = "investigate"),
    @JsonSubTypes.Type(value = Step.Reply.class, name = "reply"),
    @JsonSubTypes.Type(value = Step.Said.class, name = "said"),
    @JsonSubTypes.Type(value = Step.Mailed.class, name = "mailed"),
    @JsonSubTypes.Type(value = Step.MailTrouble.class, name = "mailTrouble"),
    @JsonSubTypes.Type(value = Step.Attach.class, name = "attach"),
    @JsonSubTypes.Type(value = Step.Link.class, name = "link"),
    @JsonSubTypes.Type(value = Step.Close.class, name = "close"),
    @JsonSubTypes.Type(value = Step.Reopen.class, name = "reopen")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Step {

    /** What one must be allowed to do to take it. */
    default Permission needs() {
        return switch (this) {
            case Code code when Boolean.TRUE.equals(code.confirmed()) -> Permission.QUALITY;
            case Take _,
                    Note _,
                    Code _,
                    Identify _,
                    Detail _,
                    Reply _,
                    Said _,
                    Attach _,
                    Link _,
                    Mailed _,
                    MailTrouble _ -> Permission.COMPLAIN;
            case Merge _, Unmerge _, Investigate _, Close _, Reopen _ -> Permission.QUALITY;
        };
    }

    /**
     * The first step: what was said.
     *
     * @param scanned a code as a scanner gave it
     * @param severity critical, serious, minor or negligible
     * @param place where it happened, in words
     * @param country ISO 3166-1 alpha-2
     * @param failedOn a day
     * @param reportedOn a day
     * @param channel phone, email, web, shop, service or answerLink
     * @param injuries how many people were hurt
     * @param likeId numbers of complaints that seem to be the same
     */
    record Take(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned,
            @Nullable String description,
            @Nullable String code,
            @Nullable String severity,
            @Nullable String place,
            @Nullable String country,
            @Nullable String failedOn,
            @Nullable String reportedOn,
            ComplaintView.@Nullable Reporter reporter,
            @Nullable String channel,
            @Nullable Integer injuries,
            @Nullable List<String> likeId)
            implements Step {}

    /** Something to remember. */
    record Note(@Nullable String text) implements Step {}

    /** What kind of failure it is; {@code confirmed} when somebody has looked at the unit. */
    record Code(
            @Nullable String code,
            @Nullable String severity,
            @Nullable Boolean confirmed) implements Step {}

    /**
     * Which unit it is about, instead of what was said before.
     *
     * @param unit id of the unit, where several have the same number
     */
    record Identify(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String lot,
            @Nullable String scanned,
            @Nullable String unit)
            implements Step {}

    /** What is known better now; what is null stays as it was. */
    record Detail(
            @Nullable String description,
            @Nullable String severity,
            @Nullable String place,
            @Nullable String country,
            @Nullable String failedOn,
            @Nullable String reportedOn,
            ComplaintView.@Nullable Reporter reporter,
            @Nullable Integer injuries)
            implements Step {}

    /** It is a duplicate of another. */
    record Merge(@Nullable String into) implements Step {}

    record Unmerge(@Nullable String reason) implements Step {}

    record Investigate(@Nullable String findings) implements Step {}

    /** What is told to the reporter. */
    record Reply(@Nullable String text) implements Step {}

    /**
     * A reply was given to the mail server; written by the server.
     *
     * @param reply number of its step
     * @param to the address
     */
    record Mailed(@Nullable Long reply, @Nullable String to) implements Step {}

    /**
     * A reply could not be sent; written by the server.
     *
     * @param reply number of its step
     * @param to the address
     * @param tries how often it was tried so far
     * @param detail what the mail server said
     * @param givenUp whether it is not tried again
     */
    record MailTrouble(
            @Nullable Long reply,
            @Nullable String to,
            @Nullable Integer tries,
            @Nullable String detail,
            @Nullable Boolean givenUp)
            implements Step {}

    /** What the reporter said by the link; written by the server. */
    record Said(@Nullable String text) implements Step {}

    /**
     * A file; written by the server.
     *
     * @param hash SHA-256 of its content, in hex
     * @param contentType as its content says
     * @param size in bytes
     */
    record Attach(
            @Nullable String hash,
            @Nullable String name,
            @Nullable String contentType,
            @Nullable Long size) implements Step {}

    /** A link for the reporter was made, the n-th of this complaint; written by the server. */
    record Link(@Nullable Integer n, @Nullable String expiresAt) implements Step {}

    /**
     * Nothing more is to be done.
     *
     * @param outcome confirmed, noFaultFound, misuse, transport, unidentified or other
     */
    record Close(@Nullable String reason, @Nullable String outcome) implements Step {}

    record Reopen(@Nullable String reason) implements Step {}
}
