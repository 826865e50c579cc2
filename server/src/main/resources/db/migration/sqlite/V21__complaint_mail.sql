-- Replies that wait to be sent, n the step of the reply. The row goes with the step that says what came of it.
create table complaint_mail (
    complaint INTEGER not null,
    n         INTEGER not null,
    due_us    INTEGER not null,
    primary key (complaint, n)
) strict, without rowid;

create index complaint_mail_due on complaint_mail (due_us);
