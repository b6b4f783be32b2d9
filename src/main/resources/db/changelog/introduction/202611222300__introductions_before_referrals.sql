--liquibase formatted sql

--changeset vouch:introduction-202611222300-1
alter table introduction modify referral_id binary(16) null;
--rollback alter table introduction modify referral_id binary(16) not null;

--changeset vouch:introduction-202611222300-2
create table pending_referral (
  introduction_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  program_id binary(16) not null,
  referrer_id binary(16) not null,
  prospect_is_new boolean not null,
  organization_id binary(16),
  organization_name varchar(200),
  organization_domain varchar(253)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table pending_referral;
