-- 0006 what the superior tells beside refusals. Not events: what changes a case is in the log too, as superior_applied.
create table news (
    digest       blob primary key check (length(digest) = 32),  -- of the item without its cursor: a restored superior counts anew
    superior_key blob not null,
    cursor       integer not null,
    kind         text not null,
    body         text not null,               -- JSON as it came
    at           text not null,               -- when it was read here
    failed       text not null default ''     -- why it could not be used; empty = it was
) strict;

-- Up to which answer the news were read: an acknowledgement counts first, also when the PC stops right after it.
create table news_read (
    one     integer primary key check (one = 1),
    counter integer not null
) strict;

create table thing (
    kind           text not null,             -- catalogue, forms, calendar, rules
    version        integer not null,
    sha256         text not null,             -- of the bytes that are fetched
    size           integer not null,
    of             text not null,             -- digest of the document
    effective_from text not null,             -- YYYY-MM-DD
    state          text not null check (state in ('wanted', 'held', 'refused')),
    trouble        text not null default '',
    primary key (kind, version)
) strict;

create table thing_part (
    sha256 text not null,
    start  integer not null,
    data   blob not null,
    primary key (sha256, start)
) strict;

alter table refusal add column settled_at text;  -- the superior needs nothing more for it

-- What was done on one day, beside what the superior holds.
create index event_of_day on event (at)
 where kind in ('received', 'completed', 'handed_over');
