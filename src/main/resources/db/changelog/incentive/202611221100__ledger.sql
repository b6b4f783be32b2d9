--liquibase formatted sql

--changeset vouch:incentive-202611221100-1
create table ledger_account (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  code varchar(80) not null,
  kind varchar(20) not null,
  currency char(3) not null,
  debits_pending bigint not null,
  credits_pending bigint not null,
  debits_posted bigint not null,
  credits_posted bigint not null,
  legs bigint not null,
  created_at datetime(6) not null,
  last_recorded_at datetime(6) not null,
  unique key ledger_account_code (tenant_id, code, currency),
  key ledger_account_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_account;

--changeset vouch:incentive-202611221100-2
create table ledger_entry (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  entry_key varchar(120) not null,
  kind varchar(10) not null,
  resolves binary(16),
  reverses binary(16),
  corrects binary(16),
  content_hash binary(32) not null,
  effective_at datetime(6) not null,
  recorded_at datetime(6) not null,
  body longblob not null,
  body_hash binary(32) not null,
  unique key ledger_entry_key (tenant_id, entry_key),
  key ledger_entry_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_entry;

--changeset vouch:incentive-202611221100-3
create table ledger_leg (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  entry_id binary(16) not null,
  line int not null,
  account_id binary(16) not null,
  account_leg bigint not null,
  code varchar(80) not null,
  side varchar(6) not null,
  amount bigint not null,
  released bigint not null,
  currency char(3) not null,
  debits_pending_after bigint not null,
  credits_pending_after bigint not null,
  debits_posted_after bigint not null,
  credits_posted_after bigint not null,
  recorded_at datetime(6) not null,
  unique key ledger_leg_line (tenant_id, entry_id, line),
  unique key ledger_leg_account (tenant_id, account_id, account_leg)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_leg;

--changeset vouch:incentive-202611221100-4
create table ledger_resolution (
  pending_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  entry_id binary(16) not null,
  outcome varchar(10) not null,
  recorded_at datetime(6) not null,
  key ledger_resolution_list (tenant_id, pending_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_resolution;
