/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.gozinto.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The same shape for what the web container refuses before any of our code sees it, such as an address that cannot be
 * decoded. The container makes it by its class name, hence public with a constructor that takes nothing.
 */
public final class ContainerProblems extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var refusal = status >= 500
                ? Refusal.of("internal", "Something went wrong in the server", "The server's log has it.")
                : Refusal.of(
                        "bad-request", "The request cannot be understood", "The server refused it before reading it.");
        try {
            Problems.send(response.getResponse(), refusal.status(status));
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("the refusal could not be sent", e);
        }
    }
}
