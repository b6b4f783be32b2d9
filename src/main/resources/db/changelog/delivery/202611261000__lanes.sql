--liquibase formatted sql

--changeset vouch:delivery-202611261000-1
alter table webhook_endpoint
  add column ordered boolean not null default false,
  add column concurrency int not null default 4,
  add column max_per_minute int;
--rollback alter table webhook_endpoint drop column ordered, drop column concurrency, drop column max_per_minute;

--changeset vouch:delivery-202611261000-2
-- What an ordered endpoint goes by; null for samples, which wait for nothing.
alter table delivery
  add column resource_id binary(16),
  add column sequence bigint;
create index delivery_resource on delivery (endpoint_id, resource_id, sequence);
--rollback drop index delivery_resource on delivery;
--rollback alter table delivery drop column resource_id, drop column sequence;

--changeset vouch:delivery-202611261000-3
alter table wh_ready add column band varchar(8) not null default 'FIRST';
create index wh_ready_band on wh_ready (endpoint_id, band, due_at);
drop index wh_ready_lane on wh_ready;
create index wh_sending_endpoint on wh_sending (endpoint_id);
--rollback drop index wh_sending_endpoint on wh_sending;
--rollback create index wh_ready_lane on wh_ready (endpoint_id, due_at);
--rollback drop index wh_ready_band on wh_ready;
--rollback alter table wh_ready drop column band;

--changeset vouch:delivery-202611261000-4
-- Which replica takes an endpoint's deliveries, and when the endpoint's rate allows the next.
create table wh_lane (
  endpoint_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  owner binary(16),
  lease_until datetime(6) not null,
  free_at datetime(6) not null,
  key wh_lane_owner (owner)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table wh_lane;
