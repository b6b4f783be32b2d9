--liquibase formatted sql

--changeset vouch:delivery-202611271000-1
alter table webhook_endpoint
  add column api_version varchar(20) not null default '2026-11-01',
  add column options mediumtext,
  add column authentication_secret mediumblob;
alter table delivery_attempt add column request_headers text;
--rollback alter table delivery_attempt drop column request_headers;
--rollback alter table webhook_endpoint drop column api_version, drop column options, drop column authentication_secret;
