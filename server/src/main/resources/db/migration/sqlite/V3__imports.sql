-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Imports of tables that run in the background. sheet and counts are JSON; row_count is how many rows there are, done how many were taken.
create table import_job (
    id             INTEGER not null primary key,
    state          TEXT    not null,
    cancelling     INTEGER not null,
    kind           TEXT    not null,
    file_name      TEXT,
    actor          TEXT    not null,
    role           TEXT    not null,
    acts           TEXT,
    created_at_us  INTEGER not null,
    started_at_us  INTEGER,
    finished_at_us INTEGER,
    done           INTEGER not null,
    row_count      INTEGER not null,
    sheet          TEXT    not null,
    counts         TEXT    not null,
    failure        TEXT
) strict;

-- The files of imports that are not over. They stand apart, since a note of the progress would write a large row again.
create table import_file (
    job_id  INTEGER not null primary key,
    content BLOB    not null
) strict;

-- Verdicts on rows that were refused, or taken with a warning; the others are only counted.
create table import_row (
    job_id     INTEGER not null,
    row_number INTEGER not null,
    status     TEXT    not null,
    body       TEXT    not null,
    primary key (job_id, row_number)
) strict;
