--liquibase formatted sql

--changeset vouch:program-202611222310-1
create table terms_acceptance (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referrer_id binary(16) not null,
  person_id binary(16) not null,
  program_version_id binary(16) not null,
  terms_version varchar(40) not null,
  channel varchar(10) not null,
  accepted_at datetime(6) not null,
  wording mediumtext,
  page_link_id binary(16),
  remote_address varchar(45),
  user_agent varchar(400),
  evidence varchar(2000),
  actor_type varchar(10) not null,
  actor_id varchar(200) not null,
  actor_name varchar(120),
  unique key terms_acceptance_once (tenant_id, referrer_id, terms_version),
  key terms_acceptance_referrer (tenant_id, referrer_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table terms_acceptance;
