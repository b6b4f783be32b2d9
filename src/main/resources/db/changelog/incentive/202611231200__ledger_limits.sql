--liquibase formatted sql

--changeset vouch:incentive-202611231200-1
alter table ledger_account add column limit_minor bigint;
--rollback alter table ledger_account drop column limit_minor;
