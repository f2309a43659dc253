-- 0007 scans: which papers were scanned (from the log), and where their bytes are (not an event: the files lie beside).
create table scan (
    seq         integer primary key references event (seq),  -- of the event that attached it
    case_code   text not null,
    sha256      blob not null check (length(sha256) = 32),   -- of the bytes as they are kept and sent
    size        integer not null check (size > 0),
    removed_seq integer references event (seq)
) strict;

create index scan_by_case on scan (case_code);
create index scan_by_hash on scan (sha256);

create table scan_copy (
    sha256       blob primary key check (length(sha256) = 32),
    stored_at    text not null,
    superior_key blob,                            -- to whom `sent` and `held_at` belong
    sent         integer not null default 0,      -- bytes that the superior had when it last said so
    held_at      text,                            -- when the superior said that it has all of it
    refused      text not null default '',        -- the superior's word why it does not take it
    dropped_at   text                             -- its time on this PC was over
) strict;

create index scan_copy_here on scan_copy (superior_key, held_at) where dropped_at is null;

create table scan_key (
    one integer primary key check (one = 1),
    key blob not null check (length(key) = 32)    -- seals the files; it never leaves the store
) strict;
