--liquibase formatted sql

--changeset vouch:introduction-202611221720-1
create table consent_wording (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  hash binary(32) not null,
  version varchar(40) not null,
  text mediumblob not null,
  first_shown_at datetime(6) not null,
  unique key consent_wording_hash (tenant_id, hash)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table consent_wording;
