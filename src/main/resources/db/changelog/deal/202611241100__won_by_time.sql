--liquibase formatted sql

--changeset vouch:deal-202611241100-1
alter table deal add key deal_closed (tenant_id, status, closed_at, id);
--rollback alter table deal drop key deal_closed;
