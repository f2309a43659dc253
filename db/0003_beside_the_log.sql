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

create trigger counter_is_kept before delete on request_counter
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

-- One row an answer that was checked against a superior's key; of the present superior's the newest rules, also when
-- it says less than one before: a superior restored from its backup. Those before stay as proof.
create table acknowledgement (
    counter      integer primary key,
    superior_key blob not null check (length(superior_key) = 32),
    seq          integer not null,
    hash         blob not null,
    server_time  text not null,
    signature    blob not null,
    body         blob not null,
    cursor       integer not null,            -- from which its news are asked for next
    at           text not null
) strict;

create table refusal (
    superior_key blob not null,
    seq          integer not null references event (seq),
    cursor       integer not null,
    code         text not null,
    sentence     text not null,
    who_acts     text not null,
    primary key (superior_key, seq)
) strict;

create table sync_failure (
    one      integer primary key check (one = 1),
    at       text not null,
    layer    text not null,
    sentence text not null,
    stops    integer not null check (stops in (0, 1))  -- nothing is sent before the desk is enrolled anew
) strict;
