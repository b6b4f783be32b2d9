--liquibase formatted sql

--changeset vouch:platform-202611221810-1
alter table scheduled_tasks
  modify execution_time datetime(6) not null,
  modify last_success datetime(6) null,
  modify last_failure datetime(6) null,
  modify last_heartbeat datetime(6) null;
--rollback alter table scheduled_tasks modify execution_time timestamp(6) not null, modify last_success timestamp(6) null, modify last_failure timestamp(6) null, modify last_heartbeat timestamp(6) null;
