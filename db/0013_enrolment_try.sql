-- 0013 the keys that a one-time code was tried with: when the answer was lost, the same code goes on with them. Of the
-- code only a digest is kept; once one is answered, its row alone stays and says which code the enrolment is by.
create table enrolment_try (
    code        blob primary key check (length(code) = 32),
    signing_key blob not null check (length(signing_key) = 32),
    box_key     blob not null check (length(box_key) = 32)
) strict;
