--liquibase formatted sql

--changeset vouch:introduction-202611240130-1
alter table introduction add column deferrals int not null default 0;
--rollback alter table introduction drop column deferrals;
