/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto;

import org.gozinto.movement.OfflineTasks;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server process: every room in one Spring application. */
@SpringBootApplication
public class GozintoServer {

    /** Starts the server; the settings are described in docs/configuration.md. */
    public static void main(String[] args) {
        if (OfflineTasks.areAskedFor(args)) {
            System.exit(OfflineTasks.run(args, System.out));
        }
        SpringApplication.run(GozintoServer.class, args);
    }
}
