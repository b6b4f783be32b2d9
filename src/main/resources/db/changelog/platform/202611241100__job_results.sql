--liquibase formatted sql

--changeset vouch:platform-202611241100-1
alter table job_item add column result longtext;
--rollback alter table job_item drop column result;
