--liquibase formatted sql

--changeset vouch:delivery-202611261010-1
-- How an endpoint's attempts end, since the last success. Times are the service's, as they are shown.
create table wh_health (
  endpoint_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  failures int not null,
  refusals int not null,
  failing_since datetime(6),
  last_failure_at datetime(6),
  last_success_at datetime(6),
  last_status int,
  last_error varchar(300),
  held_since datetime(6),
  held_reason varchar(20),
  probe_at datetime(6),
  told int not null,
  notice_at datetime(6),
  key wh_health_probe (probe_at),
  key wh_health_notice (notice_at)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table wh_health;
