--liquibase formatted sql

--changeset vouch:introduction-202611221300-1
create table introduction (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  referral_id binary(16) not null,
  program_version_id binary(16) not null,
  connector_person_id binary(16) not null,
  prospect_person_id binary(16) not null,
  requester_name varchar(200) not null,
  requester_email varchar(320),
  subject varchar(200) not null,
  context text not null,
  sending varchar(20) not null,
  state varchar(30) not null,
  step_no int not null,
  expires_at datetime(6),
  deferred_by varchar(10),
  deferred_until datetime(6),
  outcome varchar(20),
  due_message_id binary(16),
  version bigint not null,
  requested_at datetime(6) not null,
  updated_at datetime(6) not null,
  key introduction_list (tenant_id, id),
  key introduction_referral (tenant_id, referral_id, id),
  key introduction_state (tenant_id, state, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table introduction;

--changeset vouch:introduction-202611221300-2
create table consent (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  introduction_id binary(16) not null,
  party varchar(10) not null,
  person_id binary(16) not null,
  purpose varchar(30) not null,
  decision varchar(10) not null,
  channel varchar(10) not null,
  decided_at datetime(6) not null,
  expires_at datetime(6),
  wording_version varchar(40),
  wording_hash binary(32),
  remote_address varchar(45),
  user_agent varchar(400),
  token_id binary(16),
  evidence varchar(2000),
  actor_type varchar(10) not null,
  actor_id varchar(200) not null,
  actor_name varchar(120),
  key consent_introduction (tenant_id, introduction_id, id),
  key consent_person (tenant_id, person_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table consent;

--changeset vouch:introduction-202611221300-3
create table consent_withdrawal (
  consent_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  introduction_id binary(16) not null,
  withdrawn_at datetime(6) not null,
  channel varchar(10) not null,
  remote_address varchar(45),
  user_agent varchar(400),
  key consent_withdrawal_introduction (tenant_id, introduction_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table consent_withdrawal;

--changeset vouch:introduction-202611221300-4
create table message (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  introduction_id binary(16) not null,
  kind varchar(30) not null,
  recipient_person_id binary(16) not null,
  step_no int not null,
  expires_at datetime(6) not null,
  created_at datetime(6) not null,
  key message_introduction (tenant_id, introduction_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table message;

--changeset vouch:introduction-202611221300-5
create table introduction_token (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  hash binary(32) not null,
  kind varchar(10) not null,
  introduction_id binary(16) not null,
  party varchar(10) not null,
  purpose varchar(30) not null,
  person_id binary(16) not null,
  step_no int not null,
  issued_at datetime(6) not null,
  expires_at datetime(6),
  used_at datetime(6),
  revoked_at datetime(6),
  unique key introduction_token_hash (hash),
  key introduction_token_introduction (tenant_id, introduction_id, party)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table introduction_token;
