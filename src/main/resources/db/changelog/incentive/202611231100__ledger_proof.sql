--liquibase formatted sql

--changeset vouch:incentive-202611231100-1
create table ledger_unsealed (
  entry_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  key ledger_unsealed_tenant (tenant_id, entry_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_unsealed;

--changeset vouch:incentive-202611231100-2
insert into ledger_unsealed (entry_id, tenant_id) select id, tenant_id from ledger_entry;
--rollback delete from ledger_unsealed;

--changeset vouch:incentive-202611231100-3
create table ledger_chain (
  tenant_id binary(16) not null primary key,
  seals bigint not null,
  hash binary(32) not null,
  heads bigint not null,
  head_due date
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_chain;

--changeset vouch:incentive-202611231100-4
create table ledger_seal (
  tenant_id binary(16) not null,
  number bigint not null,
  entry_id binary(16) not null,
  hash binary(32) not null,
  primary key (tenant_id, number),
  unique key ledger_seal_entry (tenant_id, entry_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_seal;

--changeset vouch:incentive-202611231100-5
create table ledger_head (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  number bigint not null,
  sealed_on date not null,
  seals bigint not null,
  hash binary(32) not null,
  body longblob not null,
  signature binary(32) not null,
  signed_at datetime(6) not null,
  unique key ledger_head_number (tenant_id, number),
  key ledger_head_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_head;

--changeset vouch:incentive-202611231100-6
create table ledger_verification (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  job_id binary(16) not null,
  outcome varchar(10),
  counts longtext not null,
  unsealed bigint not null,
  fault_check varchar(20),
  fault_entry_id binary(16),
  fault_resource_id varchar(60),
  fault_detail varchar(1000),
  version bigint not null,
  created_at datetime(6) not null,
  finished_at datetime(6),
  key ledger_verification_list (tenant_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table ledger_verification;
