-- 0011 what F5 reminds of beside the promised date: the commune's own part of a two-stage term, and cases not sent on yet.
alter table case_record add column local_due_at text;  -- while the commune still owes its part; from the event's own body
alter table case_record add column unsent_since text;  -- when all was there, while nothing was ever sent on

-- a local date was in no body before this: nothing to fill in
update case_record set unsent_since = max(received_at, coalesce((
    select max(at) from event where event.case_code = case_record.case_code
       and kind in ('supplemented', 'paid') and length(body) > 0), ''))
 where state = 'processing' and at_once = 0 and not exists (
    select 1 from event where event.case_code = case_record.case_code
       and kind in ('forwarded', 'result_recalled') and length(body) > 0);

create index case_by_local_due on case_record (local_due_at) where local_due_at is not null;
create index case_unsent on case_record (unsent_since, procedure_code) where unsent_since is not null;
