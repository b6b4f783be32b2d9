--liquibase formatted sql

--changeset vouch:directory-202611231300-1
alter table organization
  add column sector varchar(60),
  add column country varchar(2);
--rollback alter table organization drop column sector, drop column country;
