--liquibase formatted sql

--changeset vouch:platform-202611241000-1
create table event_stream (
  id tinyint not null primary key,
  last_position bigint not null,
  owner binary(16),
  lease_until datetime(6)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
insert into event_stream (id, last_position) values (1, 0);
--rollback drop table event_stream;
