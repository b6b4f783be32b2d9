--liquibase formatted sql

--changeset vouch:platform-202611220901-1
create table event (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  type varchar(60) not null,
  resource_type varchar(40) not null,
  resource_id binary(16) not null,
  sequence bigint not null,
  recorded_at datetime(6) not null,
  body longblob not null,
  position bigint,
  recorded_no bigint not null auto_increment,
  erased_at datetime(6),
  unique key event_recorded_no (recorded_no),
  unique key event_sequence (tenant_id, resource_id, sequence),
  unique key event_feed (tenant_id, position),
  key event_unpositioned (position, recorded_no)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table event;

--changeset vouch:platform-202611220901-2
create table event_head (
  resource_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  last_sequence bigint not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table event_head;

--changeset vouch:platform-202611220901-3
create table event_sequencer (
  id tinyint not null primary key,
  last_position bigint not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
insert into event_sequencer (id, last_position) values (1, 0);
--rollback drop table event_sequencer;
