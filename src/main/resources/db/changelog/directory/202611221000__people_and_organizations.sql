--liquibase formatted sql

--changeset vouch:directory-202611221000-1
create table organization (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  name varchar(200) not null,
  name_key varchar(200) not null,
  domain varchar(253),
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key organization_domain (tenant_id, domain),
  key organization_name (tenant_id, name_key),
  key organization_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table organization;

--changeset vouch:directory-202611221000-2
create table person (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  name varchar(200) not null,
  name_key varchar(200) not null,
  email varchar(320),
  email_key binary(32),
  phone varchar(40),
  organization_id binary(16),
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key person_email (tenant_id, email_key),
  key person_name (tenant_id, name_key),
  key person_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table person;
