--liquibase formatted sql

--changeset vouch:delivery-202611240900-1
alter table webhook_endpoint add column alert_email varchar(320);
--rollback alter table webhook_endpoint drop column alert_email;
