--liquibase formatted sql

--changeset vouch:incentive-202611241100-1
alter table ledger_account modify currency varchar(12) not null;
--rollback alter table ledger_account modify currency char(3) not null;

--changeset vouch:incentive-202611241100-2
alter table ledger_leg modify currency varchar(12) not null;
--rollback alter table ledger_leg modify currency char(3) not null;

--changeset vouch:incentive-202611241100-3
alter table reward
  modify currency varchar(12) not null,
  add column kind varchar(12) not null default 'MONEY',
  add column unit_worth decimal(12, 6),
  add column worth_currency char(3),
  add column deal_worth bigint;
--rollback alter table reward drop column kind, drop column unit_worth, drop column worth_currency, drop column deal_worth;

--changeset vouch:incentive-202611241100-4
alter table ledger_adjustment_leg modify currency varchar(12) not null;
--rollback alter table ledger_adjustment_leg modify currency char(3) not null;
