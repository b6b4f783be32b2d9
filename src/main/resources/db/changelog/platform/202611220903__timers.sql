--liquibase formatted sql

--changeset vouch:platform-202611220903-1
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data blob,
  execution_time timestamp(6) not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success timestamp(6) null,
  last_failure timestamp(6) null,
  consecutive_failures int,
  last_heartbeat timestamp(6) null,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance),
  key scheduled_tasks_time (execution_time),
  key scheduled_tasks_heartbeat (last_heartbeat),
  key scheduled_tasks_priority (priority desc, execution_time asc)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table scheduled_tasks;
