/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is done in an inquiry. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InquiryStep.Ask.class, name = "ask"),
    @JsonSubTypes.Type(value = InquiryStep.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = InquiryStep.Fail.class, name = "fail")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface InquiryStep {

    /** @param seq the last entry of the ledger when it was asked */
    record Ask(CauseQuestion question, long seq) implements InquiryStep {}

    /** @param seq the last entry of the ledger that the answer knew */
    record Answer(CauseView.AnswerView answer, long seq) implements InquiryStep {}

    record Fail(String why) implements InquiryStep {}
}
