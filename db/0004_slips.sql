-- 0004 slips: one row a numbered paper that an event gave out; a number is given once a year and form.
create table slip (
    slip      text not null,
    year      integer not null,
    number    integer not null check (number > 0),
    seq       integer not null,            -- of the event that gave it
    case_code text,                        -- none: Mẫu 02 and 03 before receiving
    at        text not null,
    staff     text not null,
    printed   integer not null default 0,
    void      integer not null default 0 check (void in (0, 1)),  -- its case was voided, or a newer one replaces it
    primary key (slip, year, number)
) strict;

create index slip_of_case on slip (case_code);
create index slip_of_event on slip (seq);
create index slip_without_case on slip (at) where case_code is null;
create index slip_unprinted on slip (seq) where printed = 0 and void = 0;

create trigger slip_keeps_its_number before update on slip
when new.slip is not old.slip or new.year is not old.year or new.number is not old.number or new.seq is not old.seq
begin
    select raise(abort, 'a number is never changed');
end;

-- Numbers handed out on paper during a power cut, keyed in later.
create table paper_number (
    case_code   text primary key,
    received_on text not null,
    serial      integer not null,
    seq         integer not null,          -- of the event that set it aside
    used_seq    integer                    -- of the `received` that used it
) strict;

create index paper_number_by_day on paper_number (received_on, serial);
create index paper_number_unused on paper_number (received_on, serial) where used_seq is null;
