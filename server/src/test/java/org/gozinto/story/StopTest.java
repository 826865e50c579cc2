/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.gozinto.story.RunningServer.Engine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a trace ends: nowhere, at a shipment, or at consumers only. */
@ParameterizedClass
@EnumSource(Engine.class)
class StopTest {

    private final RunningServer server;
    private final Story story;

    StopTest(Engine engine) {
        this.server = engine.shared();
        this.story = new Story(server);
    }

    /** L1 is made of R1 and goes to both partners; what they give back becomes M1 and N1. */
    private void tell() {
        story.receive("SUP", "A", "20 R1");
        story.run("MO1").uses("20 R1").makes("20 L1").done();
        story.ship("A", "DEALER", "10 L1");
        story.ship("A", "USER", "10 L1");
        story.giveBack("DEALER", "B", "10 L1");
        story.giveBack("USER", "C", "10 L1");
        story.run("MO2").uses("10 L1 from=B").makes("10 M1").done();
        story.run("MO3").uses("10 L1 from=C").makes("10 N1").done();
    }

    @Test
    void atAConsumerItEndsAndWhatADealerGaveBackIsFollowed() {
        story.consumer("USER");
        tell();
        assertThat(story.forward("R1").units()).containsExactly("L1", "M1", "N1", "R1");
        assertThat(story.forward("R1", "stop=shipment").units()).containsExactly("L1", "R1");
        Told told = story.forward("R1", "stop=consumer");
        assertThat(told.units()).containsExactly("L1", "M1", "R1");
        assertThat(told.consignees()).containsOnlyKeys("DEALER", "USER");
        assertThat(told.first.at("/policy/stop").asString()).isEqualTo("consumer");
        assertThat(told.first.at("/proof/policy").asString()).contains("&stop=consumer&");
        assertThat(story.backward("M1", "stop=consumer").units()).containsExactly("L1", "M1", "R1");
        assertThat(story.backward("N1", "stop=consumer").units()).containsExactly("L1", "N1");
        Answer checked = server.get(story.question("forward", "R1", "stop=consumer", "hash=" + told.hash())
                .replace("/trace?", "/trace/check?"));
        assertThat(checked.json().at("/same").asBoolean())
                .as(checked.toString())
                .isTrue();
    }

    @Test
    void aPartnerWhoBecomesAConsumerIsOneFromThenOn() {
        tell();
        assertThat(story.forward("R1", "stop=consumer").units()).containsExactly("L1", "M1", "N1", "R1");
        setRoles("USER", "\"customer\",\"consumer\"");
        assertThat(story.forward("R1", "stop=consumer").units()).containsExactly("L1", "M1", "R1");
        setRoles("USER", "\"customer\"");
        assertThat(story.forward("R1", "stop=consumer").units()).containsExactly("L1", "M1", "N1", "R1");
    }

    private void setRoles(String partner, String roles) {
        String path = "/api/v1/partners/" + story.code(partner);
        String etag = server.get(path).header("ETag");
        String body = "{\"code\":\"%s\",\"roles\":[%s]}".formatted(story.code(partner), roles);
        Answer changed = server.put(path, body, "If-Match", etag);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }
}
