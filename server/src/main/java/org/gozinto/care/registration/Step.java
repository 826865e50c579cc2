/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What can be done in a registration, as it is sent. What is kept for good is {@link #bare()}: steps never change, so
 * nothing that may be about a person is in them; owners and words are kept apart, where they can be erased.
 */
@Schema(name = "RegistrationStep")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Register.class, name = "register"),
    @JsonSubTypes.Type(value = Step.Verify.class, name = "verify"),
    @JsonSubTypes.Type(value = Step.Secret.class, name = "secret"),
    @JsonSubTypes.Type(value = Step.Transfer.class, name = "transfer"),
    @JsonSubTypes.Type(value = Step.Correct.class, name = "correct"),
    @JsonSubTypes.Type(value = Step.Details.class, name = "details"),
    @JsonSubTypes.Type(value = Step.Proof.class, name = "proof"),
    @JsonSubTypes.Type(value = Step.End.class, name = "end"),
    @JsonSubTypes.Type(value = Step.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Step.Erase.class, name = "erase")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Step {

    /** The step without what may be about a person. */
    default Step bare() {
        return switch (this) {
            case Verify verify -> new Verify(verify.proof(), null);
            case Transfer transfer -> new Transfer(null, transfer.country(), transfer.on(), null);
            case Correct correct ->
                new Correct(correct.item(), correct.serial(), correct.boughtOn(), correct.installedOn(), null);
            case End end -> new End(end.on(), null);
            case Note _ -> new Note(null);
            case Register _, Secret _, Details _, Proof _, Erase _ -> this;
        };
    }

    /** The words that were written with it; null for none. */
    default @Nullable String words() {
        return switch (this) {
            case Verify verify -> verify.reason();
            case Transfer transfer -> transfer.reason();
            case Correct correct -> correct.reason();
            case End end -> end.reason();
            case Note note -> note.text();
            case Register _, Secret _, Details _, Proof _, Erase _ -> null;
        };
    }

    /**
     * The first step.
     *
     * @param item null where the number alone was given
     * @param boughtOn a day
     * @param installedOn a day
     * @param channel where it was registered: {@code web}, {@code shop} …
     * @param country of the owner, ISO 3166-1 alpha-2: the market
     * @param proof said, receipt or verified
     * @param secret whether the secret under the label was given, and was right
     */
    record Register(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String boughtOn,
            @Nullable String installedOn,
            @Nullable String channel,
            @Nullable String country,
            @Nullable String proof,
            @Nullable Boolean secret)
            implements Step {}

    /**
     * Somebody looked at the proof of purchase.
     *
     * @param proof said, receipt or verified
     */
    record Verify(@Nullable String proof, @Nullable String reason) implements Step {}

    /** The owner gave the right secret; written by the server. */
    record Secret() implements Step {}

    /**
     * Somebody else holds it from a day on; what was known of the owner before is erased.
     *
     * @param owner null when nothing is known of the new one yet
     * @param country of the new owner; written by the server
     */
    record Transfer(
            @Nullable Person owner,
            @Nullable String country,
            @Nullable String on,
            @Nullable String reason) implements Step {}

    /** What is known better now; what is null stays. The item and the serial only while no unit was matched. */
    record Correct(
            @Nullable String item,
            @Nullable String serial,
            @Nullable String boughtOn,
            @Nullable String installedOn,
            @Nullable String reason)
            implements Step {}

    /** The owner's details were changed; written by the server. */
    record Details(@Nullable String country) implements Step {}

    /** A proof of purchase came in, the n-th of this owner; written by the server. */
    record Proof(@Nullable Integer n) implements Step {}

    /** It counts no more from this day on. */
    record End(@Nullable String on, @Nullable String reason) implements Step {}

    /** Something to remember. */
    record Note(@Nullable String text) implements Step {}

    /**
     * What was known of the owner was erased; written by the server.
     *
     * @param reason why, which says nothing of the person
     */
    record Erase(@Nullable String reason) implements Step {}
}
