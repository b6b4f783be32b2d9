--liquibase formatted sql

--changeset vouch:referral-202611221800-1
create index referral_first_contact on referral (tenant_id, state, first_contact_due_at, id);
--rollback drop index referral_first_contact on referral;

--changeset vouch:referral-202611221800-2
create index referral_thank_you on referral (tenant_id, thanked_at, thank_you_due_at, id);
--rollback drop index referral_thank_you on referral;

--changeset vouch:referral-202611221800-3
create index referral_review on referral (tenant_id, state, expires_at, id);
--rollback drop index referral_review on referral;

--changeset vouch:referral-202611221800-4
alter table referral
  add column privacy_notice_due_at datetime(6),
  add column privacy_noticed_at datetime(6);
--rollback alter table referral drop column privacy_notice_due_at, drop column privacy_noticed_at;

--changeset vouch:referral-202611221800-5
create index referral_privacy_notice
  on referral (tenant_id, privacy_noticed_at, privacy_notice_due_at, id);
--rollback drop index referral_privacy_notice on referral;
