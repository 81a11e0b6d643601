-- What is told may concern a domain or a migration, and several notices may be told in one message.

alter table notification add column gathered boolean not null default false;
-- The message within which this one was told.
alter table notification add column digest bigint references notification (position) on delete set null;

alter table notification drop constraint notification_state_check;
alter table notification add constraint notification_state_check
    check (state in ('WAITING', 'SENT', 'DEAD', 'GATHERED'));

create index notification_gathered on notification (channel, position) where state = 'WAITING' and gathered;
create index notification_digest on notification (digest) where digest is not null;
create index notification_created on notification (created_at) where state in ('SENT', 'GATHERED');

alter table notification_attempt drop constraint notification_attempt_notification_fkey;
alter table notification_attempt add constraint notification_attempt_notification_fkey
    foreign key (notification) references notification (position) on delete cascade;

update notification
   set notice = (notice - 'incident' - 'downstream')
             || jsonb_build_object(
                    'about', notice -> 'incident',
                    'domain', split_part(notice ->> 'product', '/', 1),
                    'readers', coalesce(notice -> 'downstream', '[]'::jsonb));
