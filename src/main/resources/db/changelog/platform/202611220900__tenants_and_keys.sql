--liquibase formatted sql

--changeset vouch:platform-202611220900-1
create table tenant (
  id binary(16) not null primary key,
  name varchar(120) not null,
  mode varchar(4) not null,
  pair_id binary(16) not null,
  created_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table tenant;

--changeset vouch:platform-202611220900-2
create table tenant_key (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  purpose varchar(10) not null,
  wrapped_by varchar(40) not null,
  wrapped varbinary(200) not null,
  unique key tenant_key_purpose (tenant_id, purpose)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table tenant_key;

--changeset vouch:platform-202611220900-3
create table api_key (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  name varchar(120) not null,
  prefix varchar(20) not null,
  hash binary(32) not null,
  scopes varchar(2000) not null,
  may_act_for boolean not null,
  calls_per_minute int not null,
  created_at datetime(6) not null,
  expires_at datetime(6),
  revoked_at datetime(6),
  last_used_at datetime(6),
  unique key api_key_hash (hash),
  key api_key_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table api_key;
