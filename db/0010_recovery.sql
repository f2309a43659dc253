-- 0010 when this log came back from the superior: numbers given on that day, and the next of a year, stand apart.
create table recovery (
    seq integer primary key,               -- of the event `recovered`
    day text not null                      -- YYYY-MM-DD
) strict;
