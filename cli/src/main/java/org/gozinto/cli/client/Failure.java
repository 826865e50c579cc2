/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli.client;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a command cannot go on, ready to be printed: a sentence, and more lines that say what to do. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final transient List<String> advice;
    private final @Nullable String problem;

    public Failure(Exit exit, String message, String... advice) {
        this(exit, message, List.of(advice), null);
    }

    private Failure(Exit exit, String message, List<String> advice, @Nullable String problem) {
        super(message);
        this.exit = exit;
        this.advice = List.copyOf(advice);
        this.problem = problem;
    }

    /** A refusal of the server: its problem document, and how that reads. */
    static Failure ofProblem(Exit exit, List<String> lines, String problem) {
        return new Failure(exit, lines.getFirst(), lines.subList(1, lines.size()), problem);
    }

    /** What the process ends with. */
    public Exit exit() {
        return exit;
    }

    /** What else helps, one line each. */
    public List<String> advice() {
        return advice;
    }

    /** The problem document as it came; null when the server did not say anything. */
    public @Nullable String problem() {
        return problem;
    }

    /** The same failure with more advice. */
    public Failure with(String... more) {
        List<String> all = Stream.concat(advice.stream(), Stream.of(more)).toList();
        Failure failure = new Failure(exit, String.valueOf(getMessage()), all, problem);
        failure.initCause(this);
        return failure;
    }
}
