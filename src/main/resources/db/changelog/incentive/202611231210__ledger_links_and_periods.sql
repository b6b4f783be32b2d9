--liquibase formatted sql

--changeset vouch:incentive-202611231210-1
alter table ledger_entry
  add column link_id binary(16),
  add column expires_at datetime(6);
--rollback alter table ledger_entry drop column link_id, drop column expires_at;

--changeset vouch:incentive-202611231210-2
create table ledger_period_close (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  closed_through date not null,
  closed_by varchar(200) not null,
  closed_at datetime(6) not null,
  unique key ledger_period_close_day (tenant_id, closed_through)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_period_close;

--changeset vouch:incentive-202611231210-3
alter table ledger_entry add unique key ledger_entry_reverses (tenant_id, reverses);
--rollback alter table ledger_entry drop key ledger_entry_reverses;
