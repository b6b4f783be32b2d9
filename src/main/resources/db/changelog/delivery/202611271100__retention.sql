--liquibase formatted sql

--changeset vouch:delivery-202611271100-1
create table delivery_removed (
  endpoint_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  delivered bigint not null,
  dead bigint not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table delivery_removed;
