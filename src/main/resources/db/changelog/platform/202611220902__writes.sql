--liquibase formatted sql

--changeset vouch:platform-202611220902-1
create table idempotency_key (
  tenant_id binary(16) not null,
  idempotency_key varchar(255) not null,
  operation varchar(60) not null,
  content_hash binary(32) not null,
  outcome varchar(10),
  answer longblob,
  created_at datetime(6) not null,
  primary key (tenant_id, idempotency_key),
  key idempotency_key_age (created_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table idempotency_key;

--changeset vouch:platform-202611220902-2
create table audit_record (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  operation varchar(60) not null,
  resource_id varchar(40),
  actor_type varchar(10) not null,
  actor_id varchar(200) not null,
  key_id binary(16),
  request_id varchar(64) not null,
  recorded_at datetime(6) not null,
  changes longtext,
  key audit_record_list (tenant_id, id),
  key audit_record_resource (tenant_id, resource_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table audit_record;

--changeset vouch:platform-202611220902-3
create table guard_row (
  id binary(32) not null primary key,
  tenant_id binary(16) not null,
  taken bigint not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table guard_row;

--changeset vouch:platform-202611220902-4
create table journal (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  resource_type varchar(40) not null,
  resource_id binary(16) not null,
  from_state varchar(30),
  action varchar(30) not null,
  to_state varchar(30) not null,
  version bigint not null,
  actor_type varchar(10) not null,
  actor_id varchar(200) not null,
  actor_name varchar(120),
  reason_code varchar(60),
  note varchar(2000),
  happened_at datetime(6) not null,
  key journal_resource (tenant_id, resource_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table journal;

--changeset vouch:platform-202611220902-5
create table external_ref (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  resource_type varchar(40) not null,
  resource_id binary(16) not null,
  ref_system varchar(40) not null,
  instance varchar(80) not null,
  object varchar(40) not null,
  external_id varchar(120) not null,
  unique key external_ref_ref (tenant_id, resource_type, ref_system, instance, object, external_id),
  key external_ref_resource (tenant_id, resource_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table external_ref;
