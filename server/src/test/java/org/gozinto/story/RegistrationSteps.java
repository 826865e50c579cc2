/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/** What tests of registrations do over HTTP. */
final class RegistrationSteps {

    static final String REGISTRATIONS = "/api/v1/registrations";

    private RegistrationSteps() {}

    static String id() {
        return UUID.randomUUID().toString();
    }

    static JsonNode registers(RunningServer server, String members) {
        Answer made = server.post(REGISTRATIONS, "{\"id\":\"%s\",%s}".formatted(id(), members));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    static Answer tries(RunningServer server, String number, String step) {
        return server.post(
                REGISTRATIONS + "/" + number + "/steps", "{\"id\":\"%s\",\"step\":{%s}}".formatted(id(), step));
    }

    static JsonNode step(RunningServer server, String number, String step) {
        Answer taken = tries(server, number, step);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        return taken.json().at("/registration");
    }

    static JsonNode now(RunningServer server, String number) {
        Answer answer = server.get(REGISTRATIONS + "/" + number);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    static String text(JsonNode json, String pointer) {
        return json.at(pointer).asString("");
    }

    static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.at(member).asString("")));
        return texts;
    }

    static byte[] png() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
