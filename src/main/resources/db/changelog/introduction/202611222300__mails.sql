--liquibase formatted sql

--changeset vouch:introduction-202611222300-1
create table message_mail (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  message_id binary(16) not null,
  introduction_id binary(16) not null,
  recipient varchar(10) not null,
  state varchar(10) not null,
  attempts int not null,
  claim_id binary(16),
  handed_over_at datetime(6),
  next_attempt_at datetime(6),
  sent_at datetime(6),
  problem varchar(20),
  detail varchar(300),
  outbox mediumblob,
  created_at datetime(6) not null,
  unique key message_mail_recipient (message_id, recipient),
  key message_mail_introduction (tenant_id, introduction_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table message_mail;

--changeset vouch:introduction-202611222300-2
-- The queue, across tenants: what is due moves by insert and delete, so that no polled index is updated.
create table mail_queue (
  mail_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  introduction_id binary(16) not null,
  due_at datetime(6) not null,
  lease_until datetime(6),
  key mail_queue_due (due_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table mail_queue;
