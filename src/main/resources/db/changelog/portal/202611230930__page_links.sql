--liquibase formatted sql

--changeset vouch:portal-202611230930-1
create table page_link (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referrer_id binary(16) not null,
  person_id binary(16) not null,
  kind varchar(10) not null,
  hash binary(32) not null,
  issued_at datetime(6) not null,
  expires_at datetime(6) not null,
  revoked_at datetime(6),
  unique key page_link_hash (hash),
  key page_link_referrer (tenant_id, referrer_id, kind, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table page_link;
