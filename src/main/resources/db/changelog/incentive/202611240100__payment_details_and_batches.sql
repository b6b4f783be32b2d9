--liquibase formatted sql

--changeset vouch:incentive-202611240100-1
create table payment_details (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  person_id binary(16) not null,
  sealed blob not null,
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  unique key payment_details_person (tenant_id, person_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table payment_details;

--changeset vouch:incentive-202611240100-2
create table payout_batch (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  program_id binary(16),
  currency char(3) not null,
  adapter varchar(20) not null,
  minimum bigint not null,
  job_id binary(16) not null,
  created_at datetime(6) not null,
  key payout_batch_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table payout_batch;

--changeset vouch:incentive-202611240100-3
alter table payout
  add column batch_id binary(16),
  add column reference varchar(140),
  add unique key payout_batch_payee (tenant_id, batch_id, payee_id),
  add key payout_batch_list (tenant_id, batch_id, id);
--rollback alter table payout drop index payout_batch_payee, drop index payout_batch_list, drop column batch_id, drop column reference;

--changeset vouch:incentive-202611240100-4
alter table reward add key reward_available (tenant_id, state, currency, payee_id);
--rollback alter table reward drop index reward_available;
