--liquibase formatted sql

--changeset vouch:delivery-202611221200-1
create table webhook_endpoint (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  url varchar(2000) not null,
  description varchar(500),
  event_types varchar(6000) not null,
  state varchar(10) not null,
  disabled_reason varchar(20),
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  key webhook_endpoint_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table webhook_endpoint;

--changeset vouch:delivery-202611221200-2
create table webhook_secret (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  endpoint_id binary(16) not null,
  sealed varbinary(200) not null,
  created_at datetime(6) not null,
  expires_at datetime(6),
  key webhook_secret_endpoint (tenant_id, endpoint_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table webhook_secret;

--changeset vouch:delivery-202611221200-3
create table delivery (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  endpoint_id binary(16) not null,
  event_id binary(16) not null,
  event_type varchar(60) not null,
  state varchar(10) not null,
  tries int not null,
  attempts int not null,
  last_status int,
  last_error varchar(300),
  next_attempt_at datetime(6),
  delivered_at datetime(6),
  body longblob,
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key delivery_event (tenant_id, endpoint_id, event_id),
  key delivery_list (tenant_id, endpoint_id, id),
  key delivery_state (tenant_id, endpoint_id, state, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table delivery;

--changeset vouch:delivery-202611221200-4
create table delivery_attempt (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  delivery_id binary(16) not null,
  attempt_no int not null,
  started_at datetime(6) not null,
  duration_ms int not null,
  status int,
  error varchar(300),
  excerpt mediumtext,
  key delivery_attempt_list (tenant_id, delivery_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table delivery_attempt;

--changeset vouch:delivery-202611221200-5
-- The queue, across tenants: a row moves by insert and delete, so that no polled index is updated.
create table wh_ready (
  delivery_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  endpoint_id binary(16) not null,
  due_at datetime(6) not null,
  key wh_ready_lane (endpoint_id, due_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create table wh_sending (
  delivery_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  endpoint_id binary(16) not null,
  claim_id binary(16) not null,
  lease_until datetime(6) not null,
  key wh_sending_lease (lease_until)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create table wh_release (
  endpoint_id binary(16) not null primary key,
  tenant_id binary(16) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
create table wh_dead (
  delivery_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  endpoint_id binary(16) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table wh_ready;
--rollback drop table wh_sending;
--rollback drop table wh_release;
--rollback drop table wh_dead;
