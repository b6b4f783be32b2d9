--liquibase formatted sql

--changeset vouch:deal-202611221100-1
create table deal (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  name varchar(200) not null,
  organization_id binary(16),
  organization_name varchar(200),
  amount_minor bigint,
  first_year_minor bigint,
  currency char(3),
  term_months int,
  stage varchar(80),
  milestone varchar(20) not null,
  status varchar(10) not null,
  channel varchar(80),
  opened_at datetime(6) not null,
  closed_at datetime(6),
  owner_name varchar(200),
  source_version bigint,
  source_time datetime(6),
  referral_id binary(16),
  historic boolean not null,
  version bigint not null,
  created_at datetime(6) not null,
  updated_at datetime(6) not null,
  key deal_list (tenant_id, id),
  key deal_status (tenant_id, status, id),
  key deal_organization (tenant_id, organization_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table deal;

--changeset vouch:deal-202611221100-2
create table deal_person (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  deal_id binary(16) not null,
  person_id binary(16) not null,
  unique key deal_person_deal (tenant_id, deal_id, person_id),
  key deal_person_person (tenant_id, person_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table deal_person;

--changeset vouch:deal-202611221100-3
create table deal_change (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  deal_id binary(16) not null,
  outcome varchar(10) not null,
  source_version bigint,
  source_time datetime(6),
  deal_version bigint not null,
  fields varchar(400) not null,
  recorded_at datetime(6) not null,
  key deal_change_deal (tenant_id, deal_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table deal_change;
