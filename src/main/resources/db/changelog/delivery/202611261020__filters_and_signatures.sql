--liquibase formatted sql

--changeset vouch:delivery-202611261020-1
alter table webhook_endpoint
  add column event_filter mediumtext,
  add column signature varchar(4) not null default 'V1',
  add column public_key varchar(100);
alter table webhook_secret add column kind varchar(4) not null default 'V1';
--rollback alter table webhook_secret drop column kind;
--rollback alter table webhook_endpoint drop column event_filter, drop column signature, drop column public_key;

--changeset vouch:delivery-202611261020-2
create index delivery_all on delivery (tenant_id, id);
--rollback drop index delivery_all on delivery;
