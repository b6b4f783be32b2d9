--liquibase formatted sql

--changeset vouch:introduction-202611221700-1
alter table message
  modify recipient_person_id binary(16) null,
  add column notice_no int null,
  add unique key message_notice (introduction_id, step_no, kind, notice_no);
--rollback alter table message drop key message_notice, drop column notice_no;
