--liquibase formatted sql

--changeset vouch:incentive-202611231220-1
create table ledger_adjustment (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  state varchar(10) not null,
  entry_key varchar(100) not null,
  reason_code varchar(60) not null,
  note varchar(2000) not null,
  effective_at datetime(6),
  reverses binary(16),
  corrects binary(16),
  entry_id binary(16),
  proposed_by varchar(250) not null,
  decided_by varchar(250),
  version int not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key ledger_adjustment_key (tenant_id, entry_key),
  key ledger_adjustment_list (tenant_id, id),
  key ledger_adjustment_state (tenant_id, state, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_adjustment;

--changeset vouch:incentive-202611231220-2
create table ledger_adjustment_leg (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  adjustment_id binary(16) not null,
  line int not null,
  code varchar(80) not null,
  side varchar(6) not null,
  amount bigint not null,
  currency char(3) not null,
  unique key ledger_adjustment_leg_line (tenant_id, adjustment_id, line)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_adjustment_leg;
