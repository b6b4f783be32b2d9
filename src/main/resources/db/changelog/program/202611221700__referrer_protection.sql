--liquibase formatted sql

--changeset vouch:program-202611221700-1
create table referrer_protection (
  referrer_id binary(16) not null primary key,
  tenant_id binary(16) not null,
  asks_per_90_days int,
  cool_down varchar(40),
  deal_floor_minor bigint,
  deal_floor_currency char(3),
  no_go_organizations text not null,
  paused_until datetime(6),
  preferred_channel varchar(10),
  version bigint not null,
  updated_at datetime(6) not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_bin;
--rollback drop table referrer_protection;
