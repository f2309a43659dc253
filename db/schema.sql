CREATE TRIGGER case_keeps_its_numbers before update on case_record
when new.case_code is not old.case_code or new.received_seq is not old.received_seq
  or new.register_book is not old.register_book or new.register_number is not old.register_number
begin
    select raise(abort, 'a number is never changed');
end;
CREATE TRIGGER counter_is_kept before delete on request_counter
begin
    select raise(abort, 'the counter only grows');
end;
CREATE TRIGGER counter_only_grows before update on request_counter when new.last <= old.last
begin
    select raise(abort, 'the counter only grows');
end;
CREATE TRIGGER event_follows before insert on event
when new.seq <> (select coalesce(max(seq), 0) + 1 from event)
begin
    select raise(abort, 'a seq is given once and in order');
end;
CREATE TRIGGER event_is_kept before delete on event
begin
    select raise(abort, 'the log is append-only');
end;
CREATE TRIGGER event_stays before update on event
when new.seq is not old.seq or new.kind is not old.kind or new.case_code is not old.case_code
  or new.at is not old.at or new.staff is not old.staff or new.body_digest is not old.body_digest
  or new.prev_hash is not old.prev_hash or new.hash is not old.hash or length(new.body) <> 0
begin
    select raise(abort, 'the log is append-only');
end;
CREATE TRIGGER slip_keeps_its_number before update on slip
when new.slip is not old.slip or new.year is not old.year or new.number is not old.number or new.seq is not old.seq
begin
    select raise(abort, 'a number is never changed');
end;
CREATE TABLE acknowledgement (
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
CREATE TABLE case_record (
    received_seq    integer primary key,       -- so the newest are the last rows
    case_code       text not null unique,
    last_seq        integer not null,          -- of the last event that the superior must have
    state           text not null check (state in ('processing', 'payment_waiting', 'waiting', 'result_waiting',
                    'returned', 'refused', 'withdrawn', 'stopped', 'closed', 'voided')),
    catalogue_version integer not null,        -- of its intake: whose names it goes by
    procedure_code  text not null,
    applicant_name  text not null,
    applicant_id    text not null,
    name_id         integer not null references folded_name,
    search_words    text not null,             -- folded, a space before each: " nguyen thi dao 038190004217 261123 5001"
    received_at     text not null,
    received_by     text not null,
    received_on     text not null,             -- YYYY-MM-DD
    serial          integer not null,
    due_at          text,                      -- the newest promise
    open_due_at     text,                      -- what is still owed: none while a clock stands or nothing is owed
    waits_until     text,                      -- YYYY-MM-DD until when the citizen may bring what is missing
    at_once         integer not null check (at_once in (0, 1)),
    money           text not null check (money in ('none', 'due', 'paid', 'exempt', 'cancelled')),
    register_book   text not null,
    register_number integer not null,
    completed_at    text,
    result_number   text not null default '',
    superior_code   text not null default '',  -- an online dossier's, beside ours
    receipts_printed integer not null default 0, local_due_at text, unsent_since text,
    unique (register_book, register_number)
) strict;
CREATE VIRTUAL TABLE case_search using fts5 (
    search_words, content = 'case_record', content_rowid = 'received_seq', detail = 'none', prefix = '1 2 3 4 5 6'
);
CREATE TABLE day_closing (
    day text not null,                     -- YYYY-MM-DD
    nth integer not null check (nth > 0),  -- 1 = the closing, from 2 on its additions
    seq integer not null,                  -- of the `day_closed` event, which says the rest
    primary key (day, nth)
) strict;
CREATE TABLE draft (
    staff text primary key,
    text  text not null
) strict;
CREATE TABLE enrolment (
    one              integer primary key check (one = 1),
    url              text not null,
    agency_code      text not null,
    desk             integer not null,
    superior_key     blob not null check (length(superior_key) = 32),
    superior_box_key blob not null check (length(superior_box_key) = 32),
    signing_key      blob not null check (length(signing_key) = 32),
    box_key          blob not null check (length(box_key) = 32)
) strict;
CREATE TABLE enrolment_try (
    code        blob primary key check (length(code) = 32),
    signing_key blob not null check (length(signing_key) = 32),
    box_key     blob not null check (length(box_key) = 32)
) strict;
CREATE TABLE event (
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
CREATE TABLE folded_name (
    name_id integer primary key,
    words   text not null unique               -- of an applicant's name, folded: "nguyen thi dao"
) strict;
CREATE TABLE identity (
    name  text primary key,
    value blob not null
) strict;
CREATE TABLE local_edit (
    what  text not null,                   -- procedure, at_once, own_day, account, form
    key   text not null,                   -- which one: a procedure's code, a day, a form's file
    value text not null,                   -- JSON
    seq   integer not null,                -- of the event that set it
    primary key (what, key)
) strict;
CREATE VIRTUAL TABLE name_search using fts5 (
    words, content = 'folded_name', content_rowid = 'name_id', detail = 'none', prefix = '1 2 3 4 5 6'
);
CREATE TABLE news (
    digest       blob primary key check (length(digest) = 32),  -- of the item without its cursor: a restored superior counts anew
    superior_key blob not null,
    cursor       integer not null,
    kind         text not null,
    body         text not null,               -- JSON as it came
    at           text not null,               -- when it was read here
    failed       text not null default ''     -- why it could not be used; empty = it was
) strict;
CREATE TABLE news_read (
    one     integer primary key check (one = 1),
    counter integer not null
) strict;
CREATE TABLE paper_number (
    case_code   text primary key,
    received_on text not null,
    serial      integer not null,
    seq         integer not null,          -- of the event that set it aside
    used_seq    integer                    -- of the `received` that used it
) strict;
CREATE TABLE recovery (
    seq integer primary key,               -- of the event `recovered`
    day text not null                      -- YYYY-MM-DD
) strict;
CREATE TABLE refusal (
    superior_key blob not null,
    seq          integer not null references event (seq),
    cursor       integer not null,
    code         text not null,
    sentence     text not null,
    who_acts     text not null, settled_at text,
    primary key (superior_key, seq)
) strict;
CREATE TABLE request_counter (
    one  integer primary key check (one = 1),
    last integer not null
) strict;
CREATE TABLE scan (
    seq         integer primary key references event (seq),  -- of the event that attached it
    case_code   text not null,
    sha256      blob not null check (length(sha256) = 32),   -- of the bytes as they are kept and sent
    size        integer not null check (size > 0),
    removed_seq integer references event (seq)
) strict;
CREATE TABLE scan_copy (
    sha256       blob primary key check (length(sha256) = 32),
    stored_at    text not null,
    superior_key blob,                            -- to whom `sent` and `held_at` belong
    sent         integer not null default 0,      -- bytes that the superior had when it last said so
    held_at      text,                            -- when the superior said that it has all of it
    refused      text not null default '',        -- the superior's word why it does not take it
    dropped_at   text                             -- its time on this PC was over
) strict;
CREATE TABLE scan_key (
    one integer primary key check (one = 1),
    key blob not null check (length(key) = 32)    -- seals the files; it never leaves the store
) strict;
CREATE TABLE setting (
    name  text primary key,
    value text not null
) strict;
CREATE TABLE slip (
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
CREATE TABLE staff_member (
    login text primary key,
    name  text not null,
    title text not null,
    roles text not null                        -- comma-separated: receive, process, lead, administer
) strict;
CREATE TABLE sync_failure (
    one      integer primary key check (one = 1),
    at       text not null,
    layer    text not null,
    sentence text not null,
    stops    integer not null check (stops in (0, 1))  -- nothing is sent before the desk is enrolled anew
) strict;
CREATE TABLE taken_back (
    seq        integer primary key references event (seq),  -- of the act
    undone_seq integer not null references event (seq)
) strict;
CREATE TABLE thing (
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
CREATE TABLE thing_part (
    sha256 text not null,
    start  integer not null,
    data   blob not null,
    primary key (sha256, start)
) strict;
CREATE TABLE usb_export (
    counter   integer primary key,         -- the request counter that its acknowledgement repeats
    name      text not null,
    at        text not null,
    first_seq integer not null,
    last_seq  integer not null,
    cases     integer not null,
    size      integer not null             -- bytes
) strict;
CREATE TABLE verified_copy (
    copy_id   integer primary key,
    at        text not null,
    place     text not null,               -- the folder that was chosen
    name      text not null,               -- the copy's own folder in it
    head_seq  integer not null,
    head_hash blob not null check (length(head_hash) = 32),
    size      integer not null             -- bytes
) strict;
CREATE INDEX case_by_day on case_record (received_on, serial);
CREATE INDEX case_by_due on case_record (open_due_at) where open_due_at is not null;
CREATE INDEX case_by_last_event on case_record (last_seq);
CREATE INDEX case_by_local_due on case_record (local_due_at) where local_due_at is not null;
CREATE INDEX case_by_name on case_record (name_id);
CREATE INDEX case_by_person on case_record (applicant_id) where applicant_id <> '';
CREATE INDEX case_by_state on case_record (state);
CREATE INDEX case_by_superior_code on case_record (superior_code) where superior_code <> '';
CREATE INDEX case_unsent on case_record (unsent_since, procedure_code) where unsent_since is not null;
CREATE INDEX event_of_case on event (case_code, seq) where case_code is not null;
CREATE INDEX event_of_day on event (at)
 where kind in ('received', 'completed', 'handed_over');
CREATE INDEX event_of_days on event (at)
 where kind in ('completed', 'handed_over', 'supplement_requested', 'supplemented', 'extended', 'refused',
                'withdrawn', 'stopped', 'closed_uncompleted', 'not_received', 'completion_requested');
CREATE INDEX event_of_lists on event (at)
 where kind in ('forwarded', 'paid', 'fee_collected', 'fee_cancelled');
CREATE INDEX event_of_settings on event (seq)
 where kind = 'settings_changed';
CREATE INDEX paper_number_by_day on paper_number (received_on, serial);
CREATE INDEX paper_number_unused on paper_number (received_on, serial) where used_seq is null;
CREATE INDEX scan_by_case on scan (case_code);
CREATE INDEX scan_by_hash on scan (sha256);
CREATE INDEX scan_copy_here on scan_copy (superior_key, held_at) where dropped_at is null;
CREATE INDEX slip_of_case on slip (case_code);
CREATE INDEX slip_of_event on slip (seq);
CREATE INDEX slip_unprinted on slip (seq) where printed = 0 and void = 0;
CREATE INDEX slip_without_case on slip (at) where case_code is null;
