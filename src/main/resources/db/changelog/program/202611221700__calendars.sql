--liquibase formatted sql

--changeset vouch:program-202611221700-1
create table calendar (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  settings longtext not null,
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  key calendar_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table calendar;
