--liquibase formatted sql

--changeset vouch:incentive-202611241200-1
create table recognition (
  referrer_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  program_id binary(16) not null,
  tier int not null,
  counted int not null,
  hidden boolean not null,
  version int not null,
  updated_at datetime(6) not null,
  key recognition_program (tenant_id, program_id, referrer_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table recognition;

--changeset vouch:incentive-202611241200-2
create table recognized_win (
  referral_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referrer_id binary(16) not null,
  program_id binary(16) not null,
  won_at datetime(6),
  key recognized_win_referrer (tenant_id, referrer_id, won_at),
  key recognized_win_program (tenant_id, program_id, won_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table recognized_win;

--changeset vouch:incentive-202611241200-3
create table tier_change (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referrer_id binary(16) not null,
  from_tier int not null,
  to_tier int not null,
  counted int not null,
  changed_at datetime(6) not null,
  key tier_change_list (tenant_id, referrer_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table tier_change;
