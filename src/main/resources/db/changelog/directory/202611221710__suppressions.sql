--liquibase formatted sql

--changeset vouch:directory-202611221710-1
create table suppression (
  id binary(16) not null primary key,
  tenant_id binary(16) not null,
  email_key binary(32) not null,
  reason varchar(20) not null,
  source varchar(10) not null,
  link_id binary(16),
  note varchar(500),
  created_at datetime(6) not null,
  actor_type varchar(10) not null,
  actor_id varchar(200) not null,
  actor_name varchar(120),
  key suppression_list (tenant_id, id),
  key suppression_key (tenant_id, email_key, id),
  key suppression_link (tenant_id, link_id, id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table suppression;

--changeset vouch:directory-202611221710-2
create table suppression_lift (
  suppression_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  lifted_at datetime(6) not null,
  reason varchar(500),
  actor_type varchar(10) not null,
  actor_id varchar(200) not null,
  actor_name varchar(120)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table suppression_lift;
