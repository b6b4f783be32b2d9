--liquibase formatted sql

--changeset vouch:platform-202611230930-1
create table job (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  kind varchar(60) not null,
  state varchar(10) not null,
  input longtext not null,
  place varchar(500),
  turn int not null,
  faults int not null,
  done int not null,
  refused int not null,
  total int,
  fault_code varchar(60),
  fault varchar(2000),
  actor_type varchar(20) not null,
  actor_id varchar(220) not null,
  actor_name varchar(220),
  version bigint not null,
  created_at datetime(6) not null,
  started_at datetime(6),
  finished_at datetime(6),
  updated_at datetime(6) not null,
  key job_list (tenant_id, id),
  key job_state (tenant_id, state, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table job;

--changeset vouch:platform-202611230930-2
create table job_item (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  job_id binary(16) not null,
  resource_id varchar(60) not null,
  code varchar(60),
  message varchar(2000),
  key job_item_job (tenant_id, job_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table job_item;
