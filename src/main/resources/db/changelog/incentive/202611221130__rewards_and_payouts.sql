--liquibase formatted sql

--changeset vouch:incentive-202611221130-1
create table reward (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  program_id binary(16) not null,
  program_version_id binary(16) not null,
  rule_id varchar(60) not null,
  cause varchar(20) not null,
  referral_id binary(16) not null,
  deal_id binary(16),
  beneficiary varchar(10) not null,
  payee_id binary(16) not null,
  period varchar(20) not null,
  generation int not null,
  replaces binary(16),
  state varchar(10) not null,
  reasons varchar(200) not null,
  amount bigint,
  currency char(3) not null,
  cap_applied boolean not null,
  accrual_entry_id binary(16),
  accrued bigint not null,
  first_approver varchar(220),
  clawback_lapsed boolean not null,
  reason_code varchar(60),
  hold_until datetime(6),
  expires_at datetime(6) not null,
  paid_at datetime(6),
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key reward_once (tenant_id, referral_id, rule_id, beneficiary, period, generation),
  key reward_list (tenant_id, id),
  key reward_payee (tenant_id, payee_id, state, id),
  key reward_deal (tenant_id, deal_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table reward;

--changeset vouch:incentive-202611221130-2
create table reward_calculation (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  reward_id binary(16) not null,
  body longblob not null,
  key reward_calculation_reward (tenant_id, reward_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table reward_calculation;

--changeset vouch:incentive-202611221130-3
create table payout (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  payee_id binary(16) not null,
  adapter varchar(20) not null,
  state varchar(10) not null,
  total bigint not null,
  set_off bigint not null,
  currency char(3) not null,
  four_eyes_above bigint,
  first_approver varchar(220),
  payment_entry_id binary(16),
  set_off_entry_id binary(16),
  reason_code varchar(60),
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  key payout_list (tenant_id, id),
  key payout_payee (tenant_id, payee_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table payout;

--changeset vouch:incentive-202611221130-4
create table payout_item (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  payout_id binary(16) not null,
  reward_id binary(16) not null,
  amount bigint not null,
  live_reward_id binary(16),
  unique key payout_item_live (tenant_id, live_reward_id),
  key payout_item_payout (tenant_id, payout_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table payout_item;
