--liquibase formatted sql

--changeset vouch:deal-202611241000-1
alter table deal
  add column fx_rate varchar(40),
  add column fx_currency char(3),
  add column fx_source varchar(120);
--rollback alter table deal drop column fx_rate, drop column fx_currency, drop column fx_source;
