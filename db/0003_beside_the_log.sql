-- 0003 what is not an event: drafts, settings, the state of the exchange with the superior.
create table draft (
    staff text primary key,
    text  text not null
) strict;

create table setting (
    name  text primary key,
    value text not null
) strict;

create table request_counter (
    one  integer primary key check (one = 1),
    last integer not null
) strict;

create trigger counter_only_grows before update on request_counter when new.last <= old.last
begin
    select raise(abort, 'the counter only grows');
end;

create table enrolment (
    one              integer primary key check (one = 1),
    url              text not null,
    agency_code      text not null,
    desk             integer not null,
    superior_key     blob not null check (length(superior_key) = 32),
    superior_box_key blob not null check (length(superior_box_key) = 32),
    signing_key      blob not null check (length(signing_key) = 32),
    box_key          blob not null check (length(box_key) = 32)
) strict;

-- One row an answer that was checked against the superior's key; the last one rules.
create table acknowledgement (
    counter     integer primary key,
    seq         integer not null,
    hash        blob not null,
    server_time text not null,
    signature   blob not null,
    body        blob not null,
    cursor      integer not null,
    at          text not null
) strict;

create table refusal (
    cursor   integer primary key,
    seq      integer not null references event (seq),
    code     text not null,
    sentence text not null,
    who_acts text not null
) strict;

create table sync_failure (
    one      integer primary key check (one = 1),
    at       text not null,
    layer    text not null,
    sentence text not null
) strict;
