--liquibase formatted sql

--changeset vouch:delivery-202611221810-1
create index wh_ready_due on wh_ready (due_at);
--rollback drop index wh_ready_due on wh_ready;
