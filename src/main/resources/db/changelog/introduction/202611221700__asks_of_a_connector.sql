--liquibase formatted sql

--changeset vouch:introduction-202611221700-1
create index introduction_connector on introduction (tenant_id, connector_person_id, requested_at);
--rollback drop index introduction_connector on introduction;
