--liquibase formatted sql

--changeset vouch:directory-202611222300-1
alter table person
  add column country varchar(2);
--rollback alter table person drop column country;
