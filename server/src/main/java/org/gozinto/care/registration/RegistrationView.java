/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.gozinto.quality.book.UnitRef;
import org.jspecify.annotations.Nullable;

/**
 * A registration as it stands.
 *
 * @param state matched or open
 * @param serial as it was registered
 * @param secret whether somebody had the secret under the label
 * @param owner who holds it; null when nothing is known, or it is not shown
 * @param link to the owner's page
 */
@Schema(name = "Registration")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegistrationView(
        String number,
        String id,
        @Schema(allowableValues = {"matched", "open"}) String state,

        @Nullable UnitRef unit,
        @Nullable String item,
        @Nullable String name,
        String serial,
        String registeredAt,
        @Nullable String boughtOn,
        @Nullable String installedOn,
        @Nullable String channel,
        @Nullable String country,

        @Schema(allowableValues = {"said", "receipt", "verified"})
        String proof,

        boolean secret,
        @Nullable Person owner,
        @Nullable String seller,
        @Nullable String link,
        List<ProofView> proofs,
        List<String> transfers,
        @Nullable String endedOn,
        @Nullable ErasedView erased,
        List<Warning> warnings) {

    /** A proof of purchase, by its number. */
    @Schema(name = "RegistrationProof")
    record ProofView(int n, String name, String contentType, long size, String receivedAt) {}

    /** When and by whom the owner was erased, and why. */
    @Schema(name = "RegistrationErased")
    record ErasedView(String at, String by, @Nullable String reason) {}

    /** What does not fit: other-registration, unknown-number or suspect-twin. */
    @Schema(name = "RegistrationWarning")
    record Warning(String code, String detail) {}

    /** A step that was taken; its words are gone when the owner they were about is. */
    @Schema(name = "RegistrationTaken")
    record StepView(
            long n,
            String id,
            String at,
            String by,
            Step step,
            @Nullable String words) {}

    /** A step and what became of the registration. */
    @Schema(name = "RegistrationStepTaken")
    record TakenView(StepView step, RegistrationView registration) {}

    /** All that is held of an owner. */
    @Schema(name = "RegistrationExport")
    record Export(RegistrationView registration, List<StepView> steps, List<FileView> files) {}

    /** All that is held of an owner, for the owner: nothing that the ledger knows, and no names of others. */
    @Schema(hidden = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnersExport(
            @Nullable String item,
            String number,
            String registeredAt,
            @Nullable String boughtOn,
            @Nullable String installedOn,
            @Nullable String seller,
            String proof,
            boolean secret,
            Person owner,
            List<String> transfers,
            List<OwnersStep> steps,
            List<FileView> files) {}

    /** @param by owner, or maker for whoever works there */
    @Schema(hidden = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnersStep(
            String at, String by, String what, @Nullable String words) {}

    /** A file of the owner; {@code content} in base64. */
    @Schema(name = "RegistrationFile")
    record FileView(String name, String contentType, String receivedAt, String content) {}
}
