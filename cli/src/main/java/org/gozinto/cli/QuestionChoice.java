/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a trace is asked about, and how; in the words of the API. */
final class QuestionChoice {

    /** What can be named. */
    static final String SEEDS = "ITEM --lot LOT, ITEM --serial SERIAL, --supplier-lot NUMBER or --container CODE.";

    @Mixin
    private UnitChoice unit = new UnitChoice();

    @Option(
            names = "--supplier-lot",
            paramLabel = "NUMBER",
            description = "The supplier's own number instead of our lot")
    private @Nullable String supplierLot;

    @Option(names = "--container", paramLabel = "CODE", description = "What is or was in this container instead")
    private @Nullable String container;

    @Option(names = "--issuer", paramLabel = "PARTNER", description = "Whose number it is, where several have it")
    private @Nullable String issuer;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "As things stood then: an instant, or the end of a day")
    private @Nullable String asOf;

    @Option(names = "--known-at", paramLabel = "SEQ|TIME", description = "With what had been recorded by then")
    private @Nullable String knownAt;

    @Option(names = "--hosts", paramLabel = "now|asBuilt|ever", description = "Which hosts count. Default: now")
    private @Nullable String hosts;

    @Option(names = "--contents", paramLabel = "now|ever", description = "Which contents of a container. Default: ever")
    private @Nullable String contents;

    @Option(names = "--place", paramLabel = "PLACE", description = "Only what came to this place")
    private @Nullable String place;

    @Option(names = "--document", paramLabel = "DOCUMENT", description = "Only what came by this document")
    private @Nullable String document;

    @Option(names = "--amounts", description = "How much of the seed is in each unit")
    private boolean amounts;

    @Option(
            names = "--stop",
            paramLabel = "nowhere|shipment|consumer",
            description = "Where to stop following. Default: nowhere")
    private @Nullable String stop;

    /** Whether a seed is named. */
    boolean isNamed() {
        return unit.lot != null || unit.serial != null || container != null || supplierLot != null;
    }

    /** The parameters of the question; a null is none. */
    Map<String, @Nullable Object> parameters(String direction) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("direction", direction);
        parameters.put("item", unit.item);
        parameters.put("lot", unit.lot);
        parameters.put("serial", unit.serial);
        parameters.put("supplierLot", supplierLot);
        parameters.put("container", container);
        parameters.put("issuer", issuer);
        parameters.put("asOf", asOf);
        parameters.put("knownAt", knownAt);
        parameters.put("hosts", hosts);
        parameters.put("contents", contents);
        parameters.put("place", place);
        parameters.put("document", document);
        parameters.put("amounts", amounts ? Boolean.TRUE : null);
        parameters.put("stop", stop);
        return parameters;
    }
}
