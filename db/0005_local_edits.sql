-- 0005 the commune's own settings as they stand: the last `settings_changed` event of each thing (domain/settings.py).
create table local_edit (
    what  text not null,                   -- procedure, at_once, own_day, account, form
    key   text not null,                   -- which one: a procedure's code, a day, a form's file
    value text not null,                   -- JSON
    seq   integer not null,                -- of the event that set it
    primary key (what, key)
) strict;

-- Lists of one day ask for these kinds by time; the rest of the log is not in the way.
create index event_of_lists on event (at)
 where kind in ('forwarded', 'paid', 'fee_collected', 'fee_cancelled');

-- A case is drawn with the commune's forms of its intake: each case asks what was set before it.
create index event_of_settings on event (seq)
 where kind = 'settings_changed';
