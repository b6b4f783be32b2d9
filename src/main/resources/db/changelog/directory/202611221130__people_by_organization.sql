--liquibase formatted sql

--changeset vouch:directory-202611221130-1
create index person_organization on person (tenant_id, organization_id, id);
--rollback drop index person_organization on person;
