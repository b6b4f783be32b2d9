--liquibase formatted sql

--changeset vouch:attribution-202611221200-1
create table touchpoint (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referral_id binary(16) not null,
  deal_id binary(16),
  referrer_id binary(16) not null,
  introduction_id binary(16),
  source varchar(20) not null,
  occurred_at datetime(6) not null,
  evidence varchar(500),
  created_at datetime(6) not null,
  key touchpoint_list (tenant_id, id),
  key touchpoint_referral (tenant_id, referral_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table touchpoint;

--changeset vouch:attribution-202611221200-2
create table attribution (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  deal_id binary(16) not null,
  version bigint not null,
  computed_at datetime(6) not null,
  unique key attribution_deal (tenant_id, deal_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table attribution;

--changeset vouch:attribution-202611221200-3
create table attribution_version (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  attribution_id binary(16) not null,
  version bigint not null,
  deal_id binary(16) not null,
  cause varchar(20) not null,
  model varchar(20),
  model_version int not null,
  program_version_id binary(16),
  amount_minor bigint,
  currency char(3),
  inputs longblob not null,
  inputs_hash binary(32) not null,
  outcome longblob not null,
  computed_at datetime(6) not null,
  unique key attribution_version_version (tenant_id, attribution_id, version),
  key attribution_version_deal (tenant_id, deal_id, version)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table attribution_version;

--changeset vouch:attribution-202611221200-4
create table credit (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  attribution_id binary(16) not null,
  attribution_version bigint not null,
  referral_id binary(16) not null,
  referrer_id binary(16) not null,
  person_id binary(16) not null,
  program_version_id binary(16) not null,
  share varchar(200) not null,
  amount_minor bigint not null,
  currency char(3) not null,
  key credit_attribution (tenant_id, attribution_id, attribution_version),
  key credit_referral (tenant_id, referral_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table credit;
