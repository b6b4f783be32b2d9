--liquibase formatted sql

--changeset vouch:incentive-202611241030-1
alter table reward add key reward_program_state (tenant_id, program_id, state, id);
--rollback alter table reward drop key reward_program_state;
