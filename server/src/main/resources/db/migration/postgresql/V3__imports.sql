-- Copyright The Gozinto Authors
-- SPDX-License-Identifier: Apache-2.0

-- Imports of tables that run in the background. sheet and counts are JSON; row_count is how many rows there are, done how many were taken.
create table import_job (
    id             bigint not null primary key,
    state          text collate "C"    not null,
    cancelling     bigint not null,
    kind           text collate "C"    not null,
    file_name      text collate "C",
    actor          text collate "C"    not null,
    role           text collate "C"    not null,
    acts           text collate "C",
    created_at_us  bigint not null,
    started_at_us  bigint,
    finished_at_us bigint,
    done           bigint not null,
    row_count      bigint not null,
    sheet          text collate "C"    not null,
    counts         text collate "C"    not null,
    failure        text collate "C"
);

-- The files of imports that are not over. They stand apart, since a note of the progress would write a large row again.
create table import_file (
    job_id  bigint not null primary key,
    content bytea   not null
);

-- Verdicts on rows that were refused, or taken with a warning; the others are only counted.
create table import_row (
    job_id     bigint not null,
    row_number bigint not null,
    status     text collate "C"    not null,
    body       text collate "C"    not null,
    primary key (job_id, row_number)
);
