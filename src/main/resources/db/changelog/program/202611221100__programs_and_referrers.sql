--liquibase formatted sql

--changeset vouch:program-202611221100-1
create table program (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  name varchar(200) not null,
  family varchar(40) not null,
  state varchar(10) not null,
  is_default boolean,
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key program_default (tenant_id, is_default),
  key program_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table program;

--changeset vouch:program-202611221100-2
create table program_version (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  program_id binary(16) not null,
  version_no int not null,
  state varchar(10) not null,
  effective_from datetime(6),
  settings longtext not null,
  published_at datetime(6),
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key program_version_number (tenant_id, program_id, version_no),
  key program_version_list (tenant_id, program_id, id),
  key program_version_effective (tenant_id, program_id, effective_from)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table program_version;

--changeset vouch:program-202611221100-3
create table referrer (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  program_id binary(16) not null,
  person_id binary(16) not null,
  kind varchar(20) not null,
  state varchar(10) not null,
  code varchar(32) not null,
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key referrer_person (tenant_id, person_id, program_id),
  unique key referrer_code (tenant_id, code),
  key referrer_list (tenant_id, id),
  key referrer_program (tenant_id, program_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table referrer;
