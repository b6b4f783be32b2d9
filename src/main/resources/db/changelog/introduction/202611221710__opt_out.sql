--liquibase formatted sql

--changeset vouch:introduction-202611221710-1
alter table introduction_token add column email_key binary(32);
--rollback alter table introduction_token drop column email_key;

--changeset vouch:introduction-202611221710-2
create index introduction_prospect on introduction (tenant_id, prospect_person_id, id);
--rollback drop index introduction_prospect on introduction;
