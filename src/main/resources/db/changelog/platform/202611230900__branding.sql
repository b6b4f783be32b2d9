--liquibase formatted sql

--changeset vouch:platform-202611230900-1
create table branding (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  name varchar(120),
  color varchar(7),
  logo_url varchar(500),
  default_language varchar(10),
  privacy_notice_url varchar(500),
  version bigint not null,
  updated_at datetime(6) not null,
  key branding_tenant (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table branding;
