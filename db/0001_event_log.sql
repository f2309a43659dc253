-- 0001 the log: one row an event, append-only; everything else is made from it (docs/protocol.md, 1).
create table event (
    seq         integer primary key,
    kind        text not null,
    case_code   text,
    at          text not null,               -- ISO 8601, whole seconds, +07:00
    staff       text not null,
    body        blob not null,               -- canonical JSON; empty after its retention ended
    body_digest blob not null check (length(body_digest) = 32),
    prev_hash   blob not null check (length(prev_hash) = 32),
    hash        blob not null check (length(hash) = 32)
) strict;

create index event_of_case on event (case_code, seq) where case_code is not null;

create trigger event_follows before insert on event
when new.seq <> (select coalesce(max(seq), 0) + 1 from event)
begin
    select raise(abort, 'a seq is given once and in order');
end;

-- the one change that the log lets through: a body whose retention ended is emptied
create trigger event_stays before update on event
when new.seq is not old.seq or new.kind is not old.kind or new.case_code is not old.case_code
  or new.at is not old.at or new.staff is not old.staff or new.body_digest is not old.body_digest
  or new.prev_hash is not old.prev_hash or new.hash is not old.hash or length(new.body) <> 0
begin
    select raise(abort, 'the log is append-only');
end;

create trigger event_is_kept before delete on event
begin
    select raise(abort, 'the log is append-only');
end;

-- What the store knows of itself: the desk (JSON), the key of the log.
create table identity (
    name  text primary key,
    value blob not null
) strict;
