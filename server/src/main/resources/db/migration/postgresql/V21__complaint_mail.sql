-- Replies that wait to be sent, n the step of the reply. The row goes with the step that says what came of it.
create table complaint_mail (
    complaint bigint not null,
    n         bigint not null,
    due_us    bigint not null,
    primary key (complaint, n)
);

create index complaint_mail_due on complaint_mail (due_us);
