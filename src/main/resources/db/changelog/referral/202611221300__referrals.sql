--liquibase formatted sql

--changeset vouch:referral-202611221300-1
create table referral (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  version bigint not null,
  state varchar(20) not null,
  program_id binary(16) not null,
  program_version_id binary(16) not null,
  family varchar(80) not null,
  referrer_id binary(16) not null,
  referrer_person_id binary(16) not null,
  referrer_name varchar(200) not null,
  prospect_person_id binary(16) not null,
  prospect_key binary(32) not null,
  prospect_name varchar(200) not null,
  prospect_email varchar(320),
  prospect_phone varchar(40),
  prospect_role varchar(120),
  organization_id binary(16),
  organization_name varchar(200),
  organization_domain varchar(253),
  source varchar(20) not null,
  reason varchar(2000),
  basis varchar(30) not null,
  evidence longtext not null,
  metadata longtext not null,
  external_refs longtext not null,
  decision longtext not null,
  reason_code varchar(60),
  first_contact_due_at datetime(6),
  thank_you_due_at datetime(6) not null,
  thanked_at datetime(6),
  expires_at datetime(6),
  noticed_until datetime(6) not null,
  occurred_at datetime(6),
  received_at datetime(6) not null,
  updated_at datetime(6) not null,
  key referral_list (tenant_id, id),
  key referral_prospect (tenant_id, prospect_key, family),
  key referral_prospect_person (tenant_id, prospect_person_id),
  key referral_referrer (tenant_id, referrer_id, id),
  key referral_state (tenant_id, state, id),
  key referral_updated (tenant_id, updated_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table referral;

--changeset vouch:referral-202611221300-2
create table referral_deal (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referral_id binary(16) not null,
  deal_id binary(16) not null,
  rule varchar(20) not null,
  deal_status varchar(10) not null,
  linked_at datetime(6) not null,
  removed_at datetime(6),
  unique key referral_deal_pair (tenant_id, deal_id, referral_id),
  key referral_deal_referral (tenant_id, referral_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table referral_deal;

--changeset vouch:referral-202611221300-3
create table referral_review_item (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  kind varchar(30) not null,
  deal_id binary(16) not null,
  candidates longtext not null,
  version bigint not null,
  created_at datetime(6) not null,
  resolved_at datetime(6),
  unique key referral_review_item_deal (tenant_id, kind, deal_id),
  key referral_review_item_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table referral_review_item;
