--liquibase formatted sql

--changeset vouch:introduction-202611222200-1
alter table introduction
  add column prospect_email varchar(320),
  add column prospect_email_key binary(32),
  add key introduction_prospect_address (tenant_id, prospect_email_key);
--rollback alter table introduction drop key introduction_prospect_address, drop column prospect_email_key, drop column prospect_email;

--changeset vouch:introduction-202611222200-2
alter table introduction add column reason_code varchar(60);
--rollback alter table introduction drop column reason_code;
