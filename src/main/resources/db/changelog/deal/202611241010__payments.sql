--liquibase formatted sql

--changeset vouch:deal-202611241010-1
create table deal_payment (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  deal_id binary(16) not null,
  number int not null,
  amount_minor bigint not null,
  currency char(3) not null,
  paid_at datetime(6) not null,
  recorded_at datetime(6) not null,
  unique key deal_payment_number (tenant_id, deal_id, number),
  key deal_payment_list (tenant_id, deal_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table deal_payment;

--changeset vouch:deal-202611241010-2
alter table deal
  add column payment_count int not null default 0;
--rollback alter table deal drop column payment_count;

--changeset vouch:deal-202611241010-3
create table deal_refund (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  payment_id binary(16) not null,
  amount_minor bigint not null,
  refunded_at datetime(6) not null,
  recorded_at datetime(6) not null,
  key deal_refund_payment (tenant_id, payment_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table deal_refund;
