-- 0012 acts that `undone` took back: no list counts them any more, the log keeps both.
create table taken_back (
    seq        integer primary key references event (seq),  -- of the act
    undone_seq integer not null references event (seq)
) strict;
