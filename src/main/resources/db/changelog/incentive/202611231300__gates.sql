--liquibase formatted sql

--changeset vouch:incentive-202611231300-1
create table reward_gate (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  reward_id binary(16) not null,
  body longblob not null,
  key reward_gate_reward (tenant_id, reward_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table reward_gate;

--changeset vouch:incentive-202611231300-2
create table payee_document (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  payee_id binary(16) not null,
  kind varchar(40) not null,
  reference varchar(500) not null,
  valid_from datetime(6) not null,
  expires_at datetime(6),
  recorded_type varchar(10) not null,
  recorded_id varchar(200) not null,
  recorded_name varchar(120),
  revoked_at datetime(6),
  revoke_reason varchar(500),
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  key payee_document_list (tenant_id, id),
  key payee_document_payee (tenant_id, payee_id, kind, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table payee_document;

--changeset vouch:incentive-202611231300-3
alter table reward
  add column reviewed boolean not null default false;
--rollback alter table reward drop column reviewed;
