--liquibase formatted sql

--changeset vouch:introduction-202611221930-1
create table referrer_update (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referral_id binary(16) not null,
  state varchar(20) not null,
  recipient_person_id binary(16) not null,
  expires_at datetime(6) not null,
  created_at datetime(6) not null,
  key referrer_update_referral (tenant_id, referral_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table referrer_update;
