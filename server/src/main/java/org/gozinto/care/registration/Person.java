/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a product; every member may be missing.
 *
 * @param country ISO 3166-1 alpha-2
 * @param language BCP 47, in which to write
 */
@Schema(name = "Owner")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Person(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country,
        @Nullable String language) {

    static final Person NOBODY = new Person(null, null, null, null, null);

    static final int LENGTH_MAX = 200;

    static final int PHONE_LENGTH_MAX = 50;

    /** What mail servers take for an address is more; what is written to people is this. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"',;:]+@[^\\s@<>\"',;:.]+(\\.[^\\s@<>\"',;:.]+)+");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static boolean isEmail(String text) {
        return text.length() <= LENGTH_MAX && EMAIL.matcher(text).matches() && Faults.isKeepable(text);
    }

    /** Notes what is wrong with it. */
    void check(Faults faults, String at) {
        faults.text(at + "/name", name, LENGTH_MAX);
        faults.expect(email == null || isEmail(email), at + "/email", "is no address", "name@example.com");
        faults.text(at + "/phone", phone, PHONE_LENGTH_MAX);
        faults.expect(country == null || COUNTRIES.contains(country), at + "/country", "is no country", "DE, FR, US …");
        faults.expect(
                language == null || LANGUAGE.matcher(language).matches(), at + "/language", "is no language", "en, de");
    }
}
