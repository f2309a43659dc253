-- 0009 the end of a day: which days are closed (made from the log), and which copies of the store were verified.
create table day_closing (
    day text not null,                     -- YYYY-MM-DD
    nth integer not null check (nth > 0),  -- 1 = the closing, from 2 on its additions
    seq integer not null,                  -- of the `day_closed` event, which says the rest
    primary key (day, nth)
) strict;

-- Beside the log, not from it: a copy holds the log as it was, and cannot hold that it was verified afterwards.
create table verified_copy (
    copy_id   integer primary key,
    at        text not null,
    place     text not null,               -- the folder that was chosen
    name      text not null,               -- the copy's own folder in it
    head_seq  integer not null,
    head_hash blob not null check (length(head_hash) = 32),
    size      integer not null             -- bytes
) strict;

-- A day's totals ask for these kinds by time; `received` is asked of case_record, so receiving costs nothing more.
create index event_of_days on event (at)
 where kind in ('completed', 'handed_over', 'supplement_requested', 'supplemented', 'extended', 'refused',
                'withdrawn', 'stopped', 'closed_uncompleted', 'not_received', 'completion_requested');
