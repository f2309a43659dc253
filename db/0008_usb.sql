-- 0008 what went out on a stick: nothing counts as sent by it, it only says what to tell the clerk.
create table usb_export (
    counter   integer primary key,         -- the request counter that its acknowledgement repeats
    name      text not null,
    at        text not null,
    first_seq integer not null,
    last_seq  integer not null,
    cases     integer not null,
    size      integer not null             -- bytes
) strict;
