-- 0002 projections: made from the log alone, in the transaction that appends to it; `desk-app rebuild` makes them again.
create table folded_name (
    name_id integer primary key,
    words   text not null unique               -- of an applicant's name, folded: "nguyen thi dao"
) strict;

create table case_record (
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
    receipts_printed integer not null default 0,
    unique (register_book, register_number)
) strict;

create index case_by_name on case_record (name_id);
create index case_by_state on case_record (state);
create index case_by_due on case_record (open_due_at) where open_due_at is not null;
create index case_by_person on case_record (applicant_id) where applicant_id <> '';
create index case_by_superior_code on case_record (superior_code) where superior_code <> '';
create index case_by_last_event on case_record (last_seq);
create index case_by_day on case_record (received_on, serial);

create trigger case_keeps_its_numbers before update on case_record
when new.case_code is not old.case_code or new.received_seq is not old.received_seq
  or new.register_book is not old.register_book or new.register_number is not old.register_number
begin
    select raise(abort, 'a number is never changed');
end;

-- Every word a case is found by, newest first: fast for words that many cases share.
create virtual table case_search using fts5 (
    search_words, content = 'case_record', content_rowid = 'received_seq', detail = 'none', prefix = '1 2 3 4 5 6'
);

-- Names are few (8,000 in 100,000 cases): fast for whole names, whose words are common and whose cases are not.
create virtual table name_search using fts5 (
    words, content = 'folded_name', content_rowid = 'name_id', detail = 'none', prefix = '1 2 3 4 5 6'
);

create table staff_member (
    login text primary key,
    name  text not null,
    title text not null,
    roles text not null                        -- comma-separated: receive, process, lead, administer
) strict;
