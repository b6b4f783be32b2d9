--liquibase formatted sql

--changeset vouch:incentive-202611241000-1
alter table reward
  add column part_kept boolean not null default false;
--rollback alter table reward drop column part_kept;
