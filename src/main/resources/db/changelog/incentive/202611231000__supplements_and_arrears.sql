--liquibase formatted sql

--changeset vouch:incentive-202611231000-1
alter table reward
  add column cause_gone boolean not null default false,
  add column supplements binary(16);
--rollback alter table reward drop column cause_gone, drop column supplements;

--changeset vouch:incentive-202611231000-2
update reward set cause_gone = true where state = 'REVERSED' and reason_code = 'CAUSE_GONE';
--rollback update reward set cause_gone = false;

--changeset vouch:incentive-202611231000-3
alter table payout add column arrears bigint not null default 0;
--rollback alter table payout drop column arrears;

--changeset vouch:incentive-202611231000-4
create table arrears (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  payee_id binary(16) not null,
  amount bigint not null,
  currency char(3) not null,
  four_eyes_above bigint,
  came_of binary(16) not null,
  payout_id binary(16),
  created_at datetime(6) not null,
  key arrears_payee (tenant_id, payee_id, currency, payout_id),
  key arrears_payout (tenant_id, payout_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table arrears;
