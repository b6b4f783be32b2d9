--liquibase formatted sql

--changeset vouch:introduction-202611221800-1
create index introduction_due on introduction (tenant_id, state, expires_at, id);
--rollback drop index introduction_due on introduction;
