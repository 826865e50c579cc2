/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.List;
import java.util.Map;
import org.gozinto.paper.Words;
import org.jspecify.annotations.Nullable;

/** Says in a line what a step did. */
final class StepWords {

    private final Words texts;

    StepWords(Words texts) {
        this.texts = texts;
    }

    String of(Step step) {
        return switch (step) {
            case Step.Note note -> text(note.text());
            case Step.Investigate investigate -> text(investigate.findings());
            case Step.EvaluateHazard evaluate ->
                said(evaluate.hazard(), word(evaluate.severity()), word(evaluate.likelihood()), evaluate.conclusion());
            case Step.Ask ask -> ask.question() == null ? "" : new QuestionWords(texts).of(ask.question());
            case Step.Decide decide ->
                said(word(decide.action()), classed(decide.hazardClass()), word(decide.depth()), decide.reason());
            case Step.Scoped scoped ->
                said(
                        texts.word("version") + " " + scoped.version(),
                        texts.word("units") + " " + scoped.units(),
                        texts.word("entry") + " " + scoped.seq());
            case Step.Release release -> said(texts.word("version") + " " + release.version(), release.reason());
            case Step.Free free -> said(size("units", free.units()), free.reason());
            case Step.Notified notified ->
                said(notified.kind(), word(notified.channel()), size("consignees", notified.consignees()));
            case Step.Answer answer -> said(answer.consignee(), word(answer.channel()), answer.by(), answer.text());
            case Step.Pull pull -> size("pullRows", pull.lines());
            case Step.DrawSample draw -> said(draw.level(), size("consignees", draw.consignees()));
            case Step.Check check -> said(check.consignee(), word(check.method()), word(check.result()), check.text());
            case Step.Dispose dispose ->
                said(word(dispose.how()), dispose.item(), dispose.lot(), dispose.qty(), dispose.text());
            case Step.Remedy remedy -> said(remedy.item(), size("serials", remedy.serials()), remedy.what());
            case Step.Publish publish -> said(publish.language(), titles(publish));
            case Step.Facts facts ->
                facts.facts() == null ? "" : String.join(", ", facts.facts().keySet());
            case Step.Advance advance -> said(word(advance.to()), advance.reason());
            case Step.Close close -> text(close.reason());
            case Step.Reopen reopen -> text(reopen.reason());
            case Step.Undo undo -> said(texts.word("step") + " " + undo.step(), undo.reason());
        };
    }

    private static String titles(Step.Publish publish) {
        Map<String, PublicRecalls.Text> all = publish.texts() == null ? Map.of() : publish.texts();
        PublicRecalls.Text text = all.get(String.valueOf(publish.language()));
        return text == null ? "" : text.title();
    }

    private @Nullable String classed(@Nullable String hazardClass) {
        return hazardClass == null ? null : texts.word("hazardClass") + " " + hazardClass;
    }

    private @Nullable String word(@Nullable String word) {
        return word == null ? null : texts.word(word);
    }

    private String size(String text, @Nullable List<?> list) {
        return texts.word(text) + ": " + (list == null ? 0 : list.size());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String said(@Nullable String... parts) {
        var all = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                all.append(all.isEmpty() ? "" : "; ").append(part.strip());
            }
        }
        return all.toString();
    }
}
